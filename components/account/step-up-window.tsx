"use client";
/** How long sensitive changes go without another confirmation: "Verified, 9 minutes left". */
import { useSyncExternalStore } from "react";

interface StepUpWindowProps {
  /** ISO 8601. */
  readonly until: string;
  readonly now: string;
  readonly locale: string;
  /** Holds `{time}`. */
  readonly open: string;
  readonly closed: string;
}

function everyTenSeconds(onChange: () => void) {
  const timer = setInterval(onChange, 10_000);
  return () => clearInterval(timer);
}

export function StepUpWindow({ until, now, locale, open, closed }: StepUpWindowProps) {
  const end = Date.parse(until);
  const minutes = useSyncExternalStore(
    everyTenSeconds,
    () => minutesBetween(Date.now(), end),
    () => minutesBetween(Date.parse(now), end),
  );
  const time = new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "long" });
  return <>{minutes > 0 ? open.replace("{time}", time.format(minutes)) : closed}</>;
}

function minutesBetween(now: number, end: number): number {
  return Math.max(0, Math.ceil((end - now) / 60_000));
}

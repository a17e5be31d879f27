"use client";
/** A moment in the reader's own time zone; in UTC, and saying so, until the script runs. */
import { useSyncExternalStore } from "react";

interface LocalTimeProps {
  /** ISO 8601. */
  readonly value: string;
  readonly locale: string;
  readonly detail: "day" | "minute";
}

const never = () => () => {};

/** The reader's own variety of the page's language: `en` may be read as `en-GB`. */
function regionalLocale(locale: string): string {
  return navigator.languages.find((own) => own.split("-")[0] === locale) ?? locale;
}

export function LocalTime({ value, locale, detail }: LocalTimeProps) {
  const timeZone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
  const regional = useSyncExternalStore(
    never,
    () => regionalLocale(locale),
    () => locale,
  );
  const text = new Intl.DateTimeFormat(regional, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone,
    ...(detail === "minute" ? { hour: "2-digit", minute: "2-digit", timeZoneName: "short" } : {}),
  }).format(new Date(value));
  return (
    <time dateTime={value} className="tabular-nums">
      {text}
    </time>
  );
}

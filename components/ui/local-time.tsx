"use client";
/** A moment in the reader's own time zone; in UTC, and saying so, until the script runs. */
import { useReaderFormat } from "./use-reader-format.ts";

interface LocalTimeProps {
  /** ISO 8601. */
  readonly value: string;
  readonly locale: string;
  /** `time`: where the day stands above it. */
  readonly detail: "day" | "minute" | "time";
}

const day = { day: "numeric", month: "short", year: "numeric" } as const;
const time = { hour: "2-digit", minute: "2-digit" } as const;

export function LocalTime({ value, locale, detail }: LocalTimeProps) {
  const reader = useReaderFormat(locale);
  const named = { timeZoneName: "short" } as const;
  const parts = {
    day,
    minute: { ...day, ...time, ...named },
    time: { ...time, ...(reader.zoneKnown ? {} : named) },
  };
  const text = new Intl.DateTimeFormat(reader.locale, { ...parts[detail], timeZone: reader.timeZone }).format(
    new Date(value),
  );
  return (
    <time dateTime={value} className="tabular-nums">
      {text}
    </time>
  );
}

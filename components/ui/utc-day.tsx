"use client";
/** A whole day of UTC, which begins elsewhere in the reader's zone, as the reader writes dates. */
import { useReaderFormat } from "./use-reader-format.ts";

interface UtcDayProps {
  /** ISO 8601: a date. */
  readonly value: string;
  readonly locale: string;
  /** `short`: where the year goes without saying. */
  readonly detail: "short" | "full";
}

const short = { day: "numeric", month: "short", timeZone: "UTC" } as const;

export function UtcDay({ value, locale, detail }: UtcDayProps) {
  const reader = useReaderFormat(locale);
  const parts = detail === "short" ? short : { ...short, year: "numeric" as const };
  return (
    <time dateTime={value}>{new Intl.DateTimeFormat(reader.locale, parts).format(new Date(value))}</time>
  );
}

"use client";
/** When something happened: how long ago, and to the second in the zone that the reader chose. */
import { useZonedFormat } from "./chosen-zone.ts";

interface EventTimeProps {
  /** ISO 8601. */
  readonly value: string;
  readonly locale: string;
  /** How long ago that is, as the page was made. */
  readonly ago: string;
}

const parts = {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZoneName: "short",
} as const;

export function EventTime({ value, locale, ago }: EventTimeProps) {
  const { locale: regional, timeZone } = useZonedFormat(locale);
  const absolute = new Intl.DateTimeFormat(regional, { ...parts, timeZone }).format(new Date(value));
  return (
    <>
      <time dateTime={value}>{ago}</time>
      <span aria-hidden="true"> · </span>
      <span className="tabular-nums">{absolute}</span>
    </>
  );
}

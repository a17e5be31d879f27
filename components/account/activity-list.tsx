"use client";
/** Events under their days. Which day it was depends on where the reader is, so the browser groups them. */
import { Fragment, type ReactNode } from "react";
import { type ReaderFormat, useReaderFormat } from "#components/ui/use-reader-format.ts";

export interface ActivityRow {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly content: ReactNode;
}

interface ActivityListProps {
  /** The newest first. */
  readonly rows: readonly ActivityRow[];
  /** ISO 8601. */
  readonly now: string;
  readonly locale: string;
  readonly words: { readonly today: string; readonly yesterday: string };
}

const dayMs = 86_400_000;

export function ActivityList({ rows, now, locale, words }: ActivityListProps) {
  const reader = useReaderFormat(locale);
  const dayOf = (moment: number | string) => dayIn(reader.timeZone, new Date(moment));
  const named = new Map([
    [dayOf(Date.parse(now) - dayMs), words.yesterday],
    [dayOf(now), words.today],
  ]);
  const days = Map.groupBy(rows, ({ at }) => dayOf(at));
  return (
    <div className="grid gap-6">
      {[...days].map(([day, events]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className="text-sm font-medium text-muted">
            {named.get(day) ?? fullDate(reader, events[0]?.at ?? now)}
          </h2>
          <ol className="mt-2 divide-y divide-border rounded-lg border border-border bg-surface">
            {events.map(({ id, content }) => (
              <Fragment key={id}>{content}</Fragment>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** 2026-11-28 */
function dayIn(timeZone: string, date: Date): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(date);
}

function fullDate({ locale, timeZone }: ReaderFormat, at: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone }).format(new Date(at));
}

"use client";
/** How whoever reads writes dates: the browser's zone and variety of the language; UTC until its script runs. */
import { useSyncExternalStore } from "react";

export interface ReaderFormat {
  /** `en` may be read as `en-GB`. */
  readonly locale: string;
  readonly timeZone: string;
  /** Without the browser's word for it, a time must say that it is UTC. */
  readonly zoneKnown: boolean;
}

const never = () => () => {};

export function useReaderFormat(locale: string): ReaderFormat {
  const timeZone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => undefined,
  );
  const regional = useSyncExternalStore(
    never,
    () => navigator.languages.find((own) => own.split("-")[0] === locale) ?? locale,
    () => locale,
  );
  return { locale: regional, timeZone: timeZone ?? "UTC", zoneKnown: timeZone !== undefined };
}

"use client";
/** Whether times of the administration are told in UTC or in the reader's zone: kept in the browser, for all pages. */
import { useSyncExternalStore } from "react";
import { type ReaderFormat, useReaderFormat } from "#components/ui/use-reader-format.ts";

export type Zone = "local" | "utc";

const storageKey = "latchkey-times";
const changed = "latchkey-times-changed";

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener("storage", listener);
  };
}

function read(): Zone {
  try {
    return localStorage.getItem(storageKey) === "utc" ? "utc" : "local";
  } catch {
    return "local";
  }
}

/** Undefined until the script runs. */
export function useZone(): Zone | undefined {
  return useSyncExternalStore(subscribe, read, () => undefined);
}

export function chooseZone(zone: Zone): void {
  try {
    localStorage.setItem(storageKey, zone);
  } catch {
    // A browser that keeps nothing shows its own zone.
  }
  window.dispatchEvent(new Event(changed));
}

export function useZonedFormat(locale: string): ReaderFormat {
  const reader = useReaderFormat(locale);
  return useZone() === "utc" ? { ...reader, timeZone: "UTC" } : reader;
}

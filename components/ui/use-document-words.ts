"use client";
/** What the document knows of itself when its page has failed: language, words and the request's id. */
import { useSyncExternalStore } from "react";
import { failure } from "#lib/i18n/messages/en/failure.ts";
import type { Translated } from "#lib/i18n/translated.ts";

export type FailureWords = Translated<typeof failure>;

const never = () => () => {};

function useDocument(read: (root: HTMLElement) => string | undefined): string | undefined {
  return useSyncExternalStore(
    never,
    () => read(document.documentElement),
    () => undefined,
  );
}

export function useRequestId(): string | undefined {
  return useDocument((root) => root.dataset.requestId);
}

/** English where the document failed before it had a language. */
export function useFailureWords(): {
  readonly words: FailureWords;
  readonly lang: string;
  readonly dir: string;
} {
  const carried = useDocument((root) => root.dataset.failure);
  const lang = useDocument((root) => root.lang) ?? "en";
  const dir = useDocument((root) => root.dir) ?? "ltr";
  if (carried === undefined) return { words: failure, lang: "en", dir: "ltr" };
  return { words: JSON.parse(carried) as FailureWords, lang, dir };
}

/** Typed lookup of the interface's words and the formats of dates and numbers that go with them. */
import { createFormatter, createTranslator } from "use-intl/core";
import type { Locale } from "./locales.ts";
import { en } from "./messages/en.ts";

const catalogues = { en } as const;

function makeTranslator(locale: Locale) {
  return createTranslator({
    locale,
    messages: catalogues[locale],
    timeZone: "UTC",
    onError: (error) => {
      throw error;
    },
  });
}

export type Translate = ReturnType<typeof makeTranslator>;

const translators = new Map<Locale, Translate>();

/**
 * A lookup over the whole catalogue; a missing or malformed message is a bug and throws. One for each language: it
 * remembers the messages that it has parsed.
 */
export function translator(locale: Locale): Translate {
  let known = translators.get(locale);
  if (!known) {
    known = makeTranslator(locale);
    translators.set(locale, known);
  }
  return known;
}

/** Dates, relative times and lists; `now` is the request's clock, so that server and tests agree. */
export function formatter(now: Date, locale: Locale) {
  return createFormatter({ locale, now, timeZone: "UTC" });
}

export type Format = ReturnType<typeof formatter>;

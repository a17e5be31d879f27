/** Typed lookup of the interface's words and the formats of dates and numbers that go with them. */
import { createFormatter, createTranslator } from "use-intl/core";
import { isolate } from "./isolate.ts";
import { directionOf, type Locale } from "./locales.ts";
import { ar } from "./messages/ar.ts";
import { de } from "./messages/de.ts";
import { en } from "./messages/en.ts";
import { es } from "./messages/es.ts";
import { fr } from "./messages/fr.ts";
import { isPseudoEnglish, pseudoCatalogue } from "./pseudo-english.ts";
import type { Translated } from "./translated.ts";

export const catalogues: Readonly<Record<Locale, Translated<typeof en>>> = { en, de, fr, es, ar };

/** All messages of a language. What a message takes is read from the English one; a test holds the others to it. */
export function messagesIn(locale: Locale): typeof en {
  const messages = catalogues[locale] as typeof en;
  return locale === "en" && isPseudoEnglish() ? pseudoCatalogue(messages) : messages;
}

function makeTranslator(locale: Locale) {
  return createTranslator({
    locale,
    messages: messagesIn(locale),
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
    known = isolating(makeTranslator(locale), directionOf(locale));
    translators.set(locale, known);
  }
  return known;
}

type Values = Readonly<Record<string, unknown>> | undefined;
type Lookup = (key: string, values?: Values, formats?: unknown) => unknown;

/** The same lookup, with every text that is filled in kept to itself. */
function isolating(t: Translate, direction: "ltr" | "rtl"): Translate {
  const raw = t.raw as (key: string) => unknown;
  const values = (key: string, given: Values): Values =>
    given &&
    Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        typeof value === "string" && !isChoice(raw(key), name) ? isolate(value, direction) : value,
      ]),
    );
  const wrap =
    (lookUp: Lookup): Lookup =>
    (key, given, formats) =>
      lookUp(key, values(key, given), formats);
  return Object.assign(wrap(t as Lookup), {
    rich: wrap(t.rich as Lookup),
    markup: wrap(t.markup as Lookup),
    raw: t.raw,
    has: t.has,
  }) as Translate;
}

/** A value by which the message chooses what to say is shown to nobody, and must stay as it is. */
function isChoice(message: unknown, name: string): boolean {
  return typeof message === "string" && message.includes(`{${name}, select,`);
}

/** Dates, relative times and lists; `now` is the request's clock, so that server and tests agree. */
export function formatter(now: Date, locale: Locale) {
  return createFormatter({ locale, now, timeZone: "UTC" });
}

export type Format = ReturnType<typeof formatter>;

/** The language of a request: what somebody chose comes before what a program guesses. */
import type { Locale } from "#lib/i18n/locales.ts";
import { matchLocale, matchUiLocales } from "#lib/i18n/match-locale.ts";
import { findCookie } from "./sealed-cookie.ts";

/** What was chosen on a page of this browser. */
export const localeCookie = "latchkey-locale";

export interface KnownWishes {
  /** The language of the account: a tag of any language. */
  readonly person?: string | undefined;
  /** What the app asks for. */
  readonly uiLocales?: string | undefined;
  /** The last resort. */
  readonly instance: Locale;
}

/** The person's own, the browser's, the app's, what the browser accepts; else that of the instance. */
export function requestLocale(headers: Headers, { person, uiLocales, instance }: KnownWishes): Locale {
  return (
    chosenLocale(headers, person) ??
    matchUiLocales(uiLocales) ??
    matchLocale(headers.get("accept-language")) ??
    instance
  );
}

/** What a person has chosen, here or for the account; undefined while nobody did. */
export function chosenLocale(headers: Headers, person: string | undefined): Locale | undefined {
  return matchLocale(person) ?? matchLocale(findCookie(headers.get("cookie"), localeCookie));
}

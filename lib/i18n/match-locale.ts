/** Which of our languages somebody means who names languages of the world. */
import Negotiator from "negotiator";
import { type Locale, locales } from "./locales.ts";

/** Nobody wishes for more; what is longer was not written by a browser. */
const longestWish = 1024;

/**
 * The best match for language tags in the syntax of Accept-Language (RFC 9110 section 12.5.4, with its weights): `de-CH`
 * finds German. Undefined where none is ours. A single tag is such a list, too.
 */
export function matchLocale(wish: string | null | undefined): Locale | undefined {
  if (!wish) return undefined;
  const negotiator = new Negotiator({ headers: { "accept-language": wish.slice(0, longestWish) } });
  return negotiator.languages([...locales])[0] as Locale | undefined;
}

/** The same for tags in the order of preference with spaces between them, as `ui_locales` has them (OIDC Core section 3.1.2.1). */
export function matchUiLocales(tags: string | undefined): Locale | undefined {
  return matchLocale(tags?.trim().replace(/[\s,;]+/g, ","));
}

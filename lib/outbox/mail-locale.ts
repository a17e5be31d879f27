/** In which language somebody is written to. */
import type { Context } from "#lib/context/context.ts";
import { type Locale, locales } from "#lib/i18n/locales.ts";

/**
 * The one that they chose, without its region where we have only the language; else that of the request: whoever acts is
 * the person or runs the place where they are.
 */
export function mailLocale(ctx: Pick<Context, "locale">, chosen: string | null | undefined): Locale {
  const language = chosen?.split("-")[0]?.toLowerCase();
  return locales.find((locale) => locale === language) ?? ctx.locale;
}

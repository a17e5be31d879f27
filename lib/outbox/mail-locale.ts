/** In which language somebody is written to. */
import type { Context } from "#lib/context/context.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { matchLocale } from "#lib/i18n/match-locale.ts";

/** The one that they chose; else that of the request: whoever acts is the person or runs the place where they are. */
export function mailLocale(ctx: Pick<Context, "locale">, chosen: string | null | undefined): Locale {
  return matchLocale(chosen) ?? ctx.locale;
}

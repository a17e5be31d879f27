/** How the server's own pages look and speak: as the React pages do for the same browser. */
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { type Translate, translator } from "#lib/i18n/translator.ts";
import { requestIdHeader } from "./internal-headers.ts";
import { requestLocale } from "./request-locale.ts";
import { findCookie } from "./sealed-cookie.ts";

export const themeCookie = "latchkey-theme";

export interface PageLook {
  readonly locale: Locale;
  readonly t: Translate;
  /** Absent where the system decides. */
  readonly theme: "light" | "dark" | undefined;
  readonly requestId: string;
}

/** `ctx` is undefined where the request failed before there was one. */
export function pageLook({ headers }: Request, ctx: Context | undefined): PageLook {
  const locale = ctx?.locale ?? requestLocale(headers, { instance: "en" });
  return {
    locale,
    t: translator(locale),
    theme: chosenTheme(findCookie(headers.get("cookie"), themeCookie)),
    requestId: ctx?.requestId ?? headers.get(requestIdHeader) ?? newId<string>(),
  };
}

export function chosenTheme(cookie: string | undefined): PageLook["theme"] {
  return cookie === "light" || cookie === "dark" ? cookie : undefined;
}

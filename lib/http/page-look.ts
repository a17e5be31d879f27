/** How the server's own pages look and speak: as the React pages do for the same browser. */
import { type BrandHead, brandHead } from "#lib/branding/brand-head.ts";
import { brandView } from "#lib/branding/brand-view.ts";
import { currentBranding } from "#lib/branding/current-branding.ts";
import type { BrandView } from "#lib/branding/schema.ts";
import { brandStylesheet } from "#lib/branding/stylesheet/brand-stylesheet.ts";
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
  /** Absent where the request failed before anything of the instance was known. */
  readonly brand?: PageBrand;
}

export interface PageBrand extends Pick<BrandHead, "icon"> {
  readonly view: BrandView;
  /** Addresses; none where there is nothing to say. */
  readonly stylesheets: readonly string[];
}

/** `ctx` is undefined where the request failed before there was one. */
export async function pageLook({ headers }: Request, ctx: Context | undefined): Promise<PageLook> {
  const locale = ctx?.locale ?? requestLocale(headers, { instance: "en" });
  return {
    locale,
    t: translator(locale),
    theme: chosenTheme(findCookie(headers.get("cookie"), themeCookie)),
    requestId: ctx?.requestId ?? headers.get(requestIdHeader) ?? newId<string>(),
    ...(ctx ? { brand: await brandOf(ctx) } : {}),
  };
}

async function brandOf(ctx: Context): Promise<PageBrand> {
  const brand = await currentBranding(ctx);
  const sheet = brandStylesheet(brand);
  return {
    view: brandView(brand, ctx.config),
    icon: brandHead(brand, ctx.config).icon,
    stylesheets: sheet ? [sheet.address] : [],
  };
}

export function chosenTheme(cookie: string | undefined): PageLook["theme"] {
  return cookie === "light" || cookie === "dark" ? cookie : undefined;
}

/** What every page starts from, once per request: its context, who is signed in, and the language. */
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { instanceName } from "#lib/branding/brand-view.ts";
import type { Config } from "#lib/config/load-config.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { getRuntime } from "#lib/context/runtime.ts";
import type { SignedInContext } from "#lib/http/define-route.ts";
import { requestTargetHeader } from "#lib/http/internal-headers.ts";
import { anonymousContext, sessionContext } from "#lib/http/request-context.ts";
import { chosenLocale, requestLocale } from "#lib/http/request-locale.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { type Format, formatter, type Translate, translator } from "#lib/i18n/translator.ts";
import { findUiLocales } from "#lib/oidc/interactions/find-ui-locales.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { type Permission, roleAllows } from "#lib/permissions/schema.ts";
import { returnAddress } from "./(auth)/return-address.ts";
import { pageBrand } from "./page-brand.ts";
import { readToken } from "./search-params.ts";

/** What the document needs of the instance. Asks no database, so that it stands while that is away. */
export async function instanceConfig(): Promise<Config> {
  // Nothing is there at build time; asking for the headers keeps the page out of it.
  await headers();
  return getRuntime().config;
}

export const pageContext = cache(async (): Promise<Context> => {
  const requestHeaders = await currentHeaders();
  const ctx = await sessionContext(requestHeaders);
  const own = ctx.actor.type === "user" ? ctx.actor.locale : undefined;
  if (chosenLocale(requestHeaders, own)) return ctx;
  const uiLocales = await uiLocalesOfPage(ctx, requestHeaders);
  return { ...ctx, locale: requestLocale(requestHeaders, { uiLocales, instance: ctx.config.defaultLocale }) };
});

/** As the browser sent them, but with the cookies that an action of this very request has set. */
async function currentHeaders(): Promise<Headers> {
  const current = new Headers(await headers());
  current.set("cookie", (await cookies()).toString());
  return current;
}

/** What the app whose request the page is about asks for. A layout does not see the query: the server passes it on. */
async function uiLocalesOfPage(ctx: Context, requestHeaders: Headers): Promise<string | undefined> {
  const [, query = ""] = (requestHeaders.get(requestTargetHeader) ?? "").split("?");
  const token = readToken(new URLSearchParams(query).get("interaction") ?? undefined);
  return token === undefined ? undefined : findUiLocales(ctx, token);
}

/** The context of a page that only makes sense for someone; everybody else signs in first and comes back. */
export async function signedInPageContext(path: `/account${string}`): Promise<SignedInContext> {
  const ctx = await pageContext();
  if (ctx.actor.type !== "user") redirect(await signInBefore(path));
  return { ...ctx, actor: ctx.actor };
}

/** The way to what was asked for, by signing in: with its filters, and from a layout, which does not see where it is. */
export async function signInBefore(path: `/${string}`): Promise<`/sign-in?${string}`> {
  const target = (await headers()).get(requestTargetHeader) ?? path;
  return `/sign-in?${new URLSearchParams({ next: returnAddress(target) })}`;
}

/**
 * The context of a page of the administration. Strangers sign in first; who came back without a passkey adds one;
 * to everybody else who may not see it the page is not there.
 */
export async function administrationPageContext(
  permission: Permission,
  path: `/admin${string}`,
): Promise<SignedInContext> {
  const ctx = await pageContext();
  if (ctx.actor.type !== "user") redirect(await signInBefore(path));
  if (!roleAllows(ctx.actor.role, permission)) notFound();
  if (!hasPermission(ctx, permission)) redirect("/account");
  return { ...ctx, actor: ctx.actor };
}

export interface PageLanguage {
  readonly locale: Locale;
  readonly t: Translate;
  readonly format: Format;
  /** What the instance is called in words. */
  readonly instance: string;
}

/** The words of the page. Stands while the database is away: whatever fails for that reason still says so in a language. */
export const pageLanguage = cache(async (): Promise<PageLanguage> => {
  const ctx = await pageContext().catch(async () => anonymousContext(await currentHeaders()));
  return {
    locale: ctx.locale,
    t: translator(ctx.locale),
    format: formatter(ctx.now, ctx.locale),
    instance: instanceName(await pageBrand(), ctx.config),
  };
});

export async function findPerson(): Promise<UserActor | undefined> {
  const { actor } = await pageContext();
  return actor.type === "user" ? actor : undefined;
}

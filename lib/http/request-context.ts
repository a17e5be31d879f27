/** Request → Context: who asks, from where, in which language, under which request id. Both lanes and all pages come through here. */
import type { Context } from "#lib/context/context.ts";
import { getRuntime } from "#lib/context/runtime.ts";
import { newId } from "#lib/crypto/random.ts";
import { findSignedIn } from "./browser-sessions.ts";
import { clientAddressHeader, requestIdHeader } from "./internal-headers.ts";
import { type KnownWishes, requestLocale } from "./request-locale.ts";

/** The context without looking at the cookie: for endpoints that no session concerns. */
export function anonymousContext(
  headers: Headers,
  { uiLocales }: Pick<KnownWishes, "uiLocales"> = {},
): Context {
  const runtime = getRuntime();
  return {
    ...runtime,
    now: new Date(),
    actor: { type: "anonymous" },
    ip: headers.get(clientAddressHeader) ?? "",
    userAgent: (headers.get("user-agent") ?? "").slice(0, 512),
    requestId: headers.get(requestIdHeader) ?? newId<string>(),
    locale: requestLocale(headers, { uiLocales, instance: runtime.config.defaultLocale }),
  };
}

/** The context with the people whose live sessions the cookie names, or an anonymous one. */
export async function sessionContext(
  headers: Headers,
  { uiLocales }: Pick<KnownWishes, "uiLocales"> = {},
): Promise<Context> {
  const ctx = anonymousContext(headers, { uiLocales });
  const { current, others } = await findSignedIn(ctx, headers.get("cookie"));
  return {
    ...ctx,
    actor: current ?? ctx.actor,
    alsoSignedIn: others,
    locale: requestLocale(headers, {
      person: current?.locale,
      uiLocales,
      instance: ctx.config.defaultLocale,
    }),
  };
}

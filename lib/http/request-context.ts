/** Request → Context: who asks, from where, under which request id. Both lanes and all pages come through here. */
import type { Context } from "#lib/context/context.ts";
import { getRuntime } from "#lib/context/runtime.ts";
import { newId } from "#lib/crypto/random.ts";
import { findSignedIn } from "./browser-sessions.ts";
import { clientAddressHeader, requestIdHeader } from "./internal-headers.ts";

/** The context without looking at the cookie: for endpoints that no session concerns. */
export function anonymousContext(headers: Headers): Context {
  const runtime = getRuntime();
  return {
    ...runtime,
    now: new Date(),
    actor: { type: "anonymous" },
    ip: headers.get(clientAddressHeader) ?? "",
    userAgent: (headers.get("user-agent") ?? "").slice(0, 512),
    requestId: headers.get(requestIdHeader) ?? newId<string>(),
    locale: "en",
  };
}

/** The context with the people whose live sessions the cookie names, or an anonymous one. */
export async function sessionContext(headers: Headers): Promise<Context> {
  const ctx = anonymousContext(headers);
  const { current, others } = await findSignedIn(ctx, headers.get("cookie"));
  return { ...ctx, actor: current ?? ctx.actor, alsoSignedIn: others };
}

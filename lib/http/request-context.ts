/** Request → Context: who asks, from where, under which request id. Both lanes and all pages come through here. */
import type { Actor, Context } from "#lib/context/context.ts";
import { getRuntime } from "#lib/context/runtime.ts";
import { newId } from "#lib/crypto/random.ts";
import { resolveSession } from "#lib/sessions/resolve-session.ts";
import { clientAddressHeader, requestIdHeader } from "./internal-headers.ts";
import { openSessionCookie } from "./session-cookie.ts";

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
  };
}

/** The context with the person whose live session the cookie names, or an anonymous one. */
export async function sessionContext(headers: Headers): Promise<Context> {
  const ctx = anonymousContext(headers);
  const token = await openSessionCookie(ctx, headers.get("cookie"));
  const actor: Actor | undefined =
    token === undefined ? undefined : await resolveSession(ctx, token, ctx.now);
  return actor ? { ...ctx, actor } : ctx;
}

/** Who calls the administrators' API: a program with a key, or a person with a session. */
import { resolveApiKey } from "#lib/api-keys/resolve-api-key.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { sessionContext } from "./request-context.ts";
import { checkSameOrigin } from "./same-origin.ts";

/**
 * With an `Authorization` header the key alone counts and no cookie is looked at: no page of another site can make a
 * browser send one. Without it the session counts, and what changes must come from a page of this site.
 * @throws DomainError UNAUTHENTICATED, CROSS_ORIGIN
 */
export async function administrationContext(ctx: Context, request: Request): Promise<Context> {
  return { ...(await callerOf(ctx, request)), ifMatch: request.headers.get("if-match") ?? undefined };
}

async function callerOf(ctx: Context, request: Request): Promise<Context> {
  const authorization = request.headers.get("authorization");
  if (authorization === null) {
    if (request.method !== "GET" && request.method !== "HEAD") checkSameOrigin(ctx, request.headers);
    const found = await sessionContext(request.headers);
    if (found.actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
    return found;
  }
  const [, key = ""] = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization) ?? [];
  const actor = await resolveApiKey(ctx, key);
  if (!actor)
    throw new DomainError("UNAUTHENTICATED", {
      message: "This API key is unknown, revoked or expired, or its maker may no longer sign in.",
    });
  return { ...ctx, actor };
}

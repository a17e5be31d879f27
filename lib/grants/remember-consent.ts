/** Keeps what a person let an app have; every code and token hangs on that row. */
import type { ClientId, GrantId, UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { mergeGrant } from "./store.ts";

/** Adds scopes, claims asked for by name and resources to the consent. Belongs into the caller's transaction, which writes the audit event. */
export function rememberConsent(
  ctx: Context,
  tx: Db,
  input: {
    userId: UserId;
    clientId: ClientId;
    scopes: readonly string[];
    claims: readonly string[];
    resources: readonly string[];
  },
): Promise<GrantId> {
  return mergeGrant(tx, { ...input, id: newId<GrantId>(), consentedAt: ctx.now, now: ctx.now });
}

/** The row for an app that asks nobody: it holds no consent, so none is left over if the app loses that privilege. */
export function ensureGrant(
  ctx: Context,
  tx: Db,
  input: { userId: UserId; clientId: ClientId },
): Promise<GrantId> {
  const nothing = { scopes: [], claims: [], resources: [], consentedAt: null };
  return mergeGrant(tx, { ...input, ...nothing, id: newId<GrantId>(), now: ctx.now });
}

/** The transaction in which tokens are made. */
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { loadSigningKeys } from "#lib/signing-keys/load-signing-keys.ts";

/**
 * Looks the signing keys up first, where memory is too old: who waited for that inside would hold one connection and need
 * another. @throws DomainError SERVICE_UNAVAILABLE when they cannot be looked up in time
 */
export async function tokenTransaction<Result>(
  ctx: Context,
  work: (tx: Db) => Promise<Result>,
): Promise<Result> {
  await loadSigningKeys(ctx);
  return await ctx.db.transaction(work);
}

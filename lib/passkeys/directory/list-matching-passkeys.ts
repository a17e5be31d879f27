/** All passkeys that a search finds, to be meant together. */
import type { CredentialRowId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import type { PasskeyQuery } from "./schema.ts";
import { readPasskeys } from "./search-passkeys.ts";

const pageSize = 1_000;

/**
 * Which they are is settled here, once. The one that the caller's session hangs on comes last: with it the right to go
 * on ends. @throws DomainError FORBIDDEN
 */
export async function listMatchingPasskeys(
  ctx: Context,
  filters: Omit<PasskeyQuery, "sort" | "after" | "before" | "limit">,
  most: number,
): Promise<CredentialRowId[]> {
  const ids: CredentialRowId[] = [];
  let after: string | undefined;
  do {
    const limit = Math.min(pageSize, most - ids.length);
    const { passkeys, nextCursor } = await readPasskeys(ctx, { ...filters, after, limit });
    ids.push(...passkeys.map(({ id }) => id as CredentialRowId));
    after = nextCursor;
  } while (after !== undefined && ids.length < most);
  const own = ctx.actor.type === "user" ? ctx.actor.credentialId : undefined;
  return ids.sort((a, b) => Number(a === own) - Number(b === own));
}

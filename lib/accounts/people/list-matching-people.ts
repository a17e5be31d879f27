/** Everybody whom a search finds, to be meant together. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import type { PersonQuery } from "./schema.ts";
import { selectMatchingIds } from "./store.ts";

/**
 * Who they are is settled here, once: a search for whom something is done to finds others while it is being done.
 * @throws DomainError FORBIDDEN
 */
export async function listMatchingPeople(
  ctx: Context,
  filters: Pick<PersonQuery, "q" | "status" | "role" | "group">,
  most: number,
): Promise<UserId[]> {
  checkPermission(ctx, "users.read");
  return await selectMatchingIds(ctx.db, filters, most);
}

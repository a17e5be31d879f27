/** What people let apps have, across people, page by page. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import type { GrantQuery } from "./schema.ts";
import { countGrantsAcross, selectGrantsAcross } from "./store.ts";

/** A count is exact up to here, and "more than" beyond. */
export const mostCounted = 10_000;

export type ListedGrant = Omit<Awaited<ReturnType<typeof selectGrantsAcross>>["rows"][number], "sortKey">;

export interface GrantsPage {
  readonly grants: readonly ListedGrant[];
  readonly nextCursor?: string;
  readonly previousCursor?: string;
  /** At most `mostCounted` + 1. */
  readonly count: number;
}

/** The newest first. @throws DomainError FORBIDDEN, VALIDATION_ERROR for a cursor of another list */
export async function searchGrants(ctx: Context, query: GrantQuery): Promise<GrantsPage> {
  checkPermission(ctx, "consents.read");
  const [{ rows, ...cursors }, count] = await Promise.all([
    selectGrantsAcross(ctx.db, query),
    countGrantsAcross(ctx.db, query.client, mostCounted + 1),
  ]);
  return { grants: rows.map(({ sortKey: _sortKey, ...grant }) => grant), ...cursors, count };
}

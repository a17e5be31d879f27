/** The passkeys of all people, or of one: filtered, sorted, page by page. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { productNames } from "../product-names.ts";
import type { ListedPasskey, PasskeyQuery } from "./schema.ts";
import { countPasskeys, selectPasskeys } from "./store.ts";

/** A count is exact up to here, and "more than" beyond. */
export const mostCounted = 10_000;

export interface PasskeyPage {
  readonly passkeys: readonly ListedPasskey[];
  readonly nextCursor?: string;
  readonly previousCursor?: string;
  /** At most `mostCounted` + 1. */
  readonly count: number;
}

/** @throws DomainError FORBIDDEN, VALIDATION_ERROR for a cursor of another list */
export async function searchPasskeys(ctx: Context, query: PasskeyQuery): Promise<PasskeyPage> {
  checkPermission(ctx, "credentials.read");
  const filters = { ...query, now: ctx.now };
  const [{ rows, ...cursors }, count] = await Promise.all([
    selectPasskeys(ctx.db, query, filters),
    countPasskeys(ctx.db, filters, mostCounted + 1),
  ]);
  const nameOf = productNames(ctx);
  const passkeys = rows.map(({ sortKey: _key, ...row }) => {
    const product = nameOf(row.aaguid);
    return product === undefined ? row : { ...row, product };
  });
  return { passkeys, ...cursors, count };
}

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
  const count = await countPasskeys(ctx.db, { ...query, now: ctx.now }, mostCounted + 1);
  return { ...(await readPage(ctx, query, count > mostCounted)), count };
}

/** A page by itself, for who reads all of them. @throws DomainError FORBIDDEN, VALIDATION_ERROR */
export async function readPasskeys(ctx: Context, query: PasskeyQuery): Promise<Omit<PasskeyPage, "count">> {
  checkPermission(ctx, "credentials.read");
  // Without a word the count makes no difference.
  if (query.q === undefined) return await readPage(ctx, query, true);
  const count = await countPasskeys(ctx.db, { ...query, now: ctx.now }, mostCounted + 1);
  return await readPage(ctx, query, count > mostCounted);
}

async function readPage(ctx: Context, query: PasskeyQuery, many: boolean) {
  const { rows, ...cursors } = await selectPasskeys(ctx.db, query, { ...query, now: ctx.now }, many);
  const nameOf = productNames(ctx);
  const passkeys = rows.map(({ sortKey: _key, ...row }) => {
    const product = nameOf(row.aaguid);
    return product === undefined ? row : { ...row, product };
  });
  return { passkeys, ...cursors };
}

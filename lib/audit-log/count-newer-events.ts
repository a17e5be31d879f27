/** How many events came in since a page was shown; counted no further than a button can say. */
import type { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { resolveFilters } from "./resolve-filters.ts";
import type { NewerEvents, newerQuerySchema } from "./schema.ts";
import { selectEventIds } from "./store.ts";

const mostCounted = 99;

/** @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR for a cursor of another list */
export async function countNewerEvents(
  ctx: Context,
  { since, ...filter }: z.infer<typeof newerQuerySchema>,
): Promise<NewerEvents> {
  checkPermission(ctx, "audit.read");
  const filters = await resolveFilters(ctx.db, filter);
  if (!filters) return { count: 0, more: false };
  const { rows, previousCursor, nextCursor } = await selectEventIds(ctx.db, filters, {
    before: since,
    limit: mostCounted,
  });
  return { count: rows.length, more: (since === undefined ? nextCursor : previousCursor) !== undefined };
}

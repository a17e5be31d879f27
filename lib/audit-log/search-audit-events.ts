/** The trail, filtered, the newest first, page by page. */
import type { Context } from "#lib/context/context.ts";
import { cursorOf } from "#lib/db/keyset.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { describeEvents } from "./describe-events.ts";
import { resolveFilters } from "./resolve-filters.ts";
import type { AuditEventRecord, AuditQuery } from "./schema.ts";
import { selectEvents } from "./store.ts";

export interface AuditPage {
  readonly events: AuditEventRecord[];
  readonly nextCursor?: string;
  readonly previousCursor?: string;
  /** Of the first event here. */
  readonly newestCursor?: string;
}

/** @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR for a cursor of another list */
export async function searchAuditEvents(
  ctx: Context,
  { after, before, limit, ...filter }: AuditQuery,
): Promise<AuditPage> {
  checkPermission(ctx, "audit.read");
  const filters = await resolveFilters(ctx.db, filter);
  if (!filters) return { events: [] };
  const { rows, ...cursors } = await selectEvents(ctx.db, filters, { after, before, limit });
  const [newest] = rows;
  return {
    events: await describeEvents(ctx.db, rows),
    ...cursors,
    ...(newest ? { newestCursor: cursorOf(newest) } : {}),
  };
}

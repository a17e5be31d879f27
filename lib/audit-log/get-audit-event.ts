/** One event of the trail, and its neighbours in the list that it was opened from. */
import { z } from "zod";
import type { AuditEventId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { cursorOf } from "#lib/db/keyset.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { describeEvents } from "./describe-events.ts";
import { resolveFilters } from "./resolve-filters.ts";
import type { AuditEventRecord, AuditFilter } from "./schema.ts";
import { findEvent, selectEventIds } from "./store.ts";

/** @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, NOT_FOUND */
export async function getAuditEvent(ctx: Context, id: string): Promise<AuditEventRecord> {
  checkPermission(ctx, "audit.read");
  const [event] = await describeEvents(ctx.db, [await find(ctx, id)]);
  if (!event) throw new DomainError("NOT_FOUND");
  return event;
}

export interface Neighbours {
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/** @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, NOT_FOUND */
export async function findNeighbours(ctx: Context, id: string, filter: AuditFilter): Promise<Neighbours> {
  checkPermission(ctx, "audit.read");
  const here = cursorOf(await find(ctx, id));
  const filters = await resolveFilters(ctx.db, filter);
  if (!filters) return { newer: undefined, older: undefined };
  const [above, below] = await Promise.all([
    selectEventIds(ctx.db, filters, { before: here, limit: 1 }),
    selectEventIds(ctx.db, filters, { after: here, limit: 1 }),
  ]);
  return { newer: above.rows[0]?.id, older: below.rows[0]?.id };
}

async function find({ db }: Context, id: string) {
  const found = z.guid().safeParse(id).success ? await findEvent(db, id as AuditEventId) : undefined;
  if (!found) throw new DomainError("NOT_FOUND");
  return found;
}

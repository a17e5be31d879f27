/** Who is signed in where, for who administers: searched, filtered, page by page. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { idleSince } from "#lib/sessions/resolve-session.ts";
import type { PersonSession } from "#lib/sessions/schema.ts";
import { describeSessions } from "../describe-sessions.ts";
import type { SessionQuery } from "./schema.ts";
import { countSessions, searchRows } from "./store.ts";

/** A count is exact up to here, and "more than" beyond. */
export const mostCounted = 10_000;

export interface SessionsPage {
  readonly sessions: readonly PersonSession[];
  readonly nextCursor?: string;
  readonly previousCursor?: string;
  /** At most `mostCounted` + 1. */
  readonly count: number;
}

/** Those that have neither ended nor expired, the newest first. @throws DomainError FORBIDDEN, VALIDATION_ERROR */
export async function searchSessions(ctx: Context, query: SessionQuery): Promise<SessionsPage> {
  checkPermission(ctx, "sessions.read");
  const times = { now: ctx.now, idleSince: idleSince(ctx.config, ctx.now) };
  const [{ rows, ...cursors }, count] = await Promise.all([
    searchRows(ctx.db, query, times),
    countSessions(ctx.db, query, times, mostCounted + 1),
  ]);
  return { sessions: await describeSessions(ctx, rows), ...cursors, count };
}

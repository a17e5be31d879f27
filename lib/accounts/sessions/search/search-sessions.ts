/** Who is signed in where, for who administers: searched, filtered, page by page. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { idleSince } from "#lib/sessions/resolve-session.ts";
import type { PersonSession } from "#lib/sessions/schema.ts";
import { describeSessions } from "../describe-sessions.ts";
import type { SessionQuery } from "./schema.ts";
import { countSessions, type SessionTimes, searchRows } from "./store.ts";

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
  const count = await countSessions(ctx.db, query, timesOf(ctx), mostCounted + 1);
  return { ...(await readPage(ctx, query, count > mostCounted)), count };
}

/** A page by itself, for who reads all of them. @throws DomainError FORBIDDEN, VALIDATION_ERROR */
export async function readSessions(ctx: Context, query: SessionQuery): Promise<Omit<SessionsPage, "count">> {
  checkPermission(ctx, "sessions.read");
  // Without a word the count makes no difference.
  if (query.q === undefined) return await readPage(ctx, query, true);
  const count = await countSessions(ctx.db, query, timesOf(ctx), mostCounted + 1);
  return await readPage(ctx, query, count > mostCounted);
}

async function readPage(ctx: Context, query: SessionQuery, many: boolean) {
  const { rows, ...cursors } = await searchRows(ctx.db, query, timesOf(ctx), many);
  return { sessions: await describeSessions(ctx, rows), ...cursors };
}

function timesOf({ config, now }: Context): SessionTimes {
  return { now, idleSince: idleSince(config, now) };
}

/** Who is signed in where, for who administers. */
import type { SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import type { PersonSession } from "#lib/sessions/schema.ts";
import { describeSessions } from "./describe-sessions.ts";
import { selectSessions } from "./store.ts";

export interface SessionPage {
  readonly sessions: readonly PersonSession[];
  /** Absent on the last page. */
  readonly nextCursor?: string;
}

export interface SessionPageWish {
  readonly userId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Everybody's, or a person's, the newest first. @throws DomainError FORBIDDEN */
export async function listSessions(
  ctx: Context,
  { userId, cursor, limit }: SessionPageWish,
): Promise<SessionPage> {
  checkPermission(ctx, "sessions.read");
  const found = await selectSessions(ctx.db, {
    now: ctx.now,
    userId: userId as UserId | undefined,
    before: cursor as SessionId | undefined,
    limit: limit + 1,
  });
  const sessions = await describeSessions(ctx, found.slice(0, limit));
  const last = sessions.at(-1);
  return found.length > limit && last ? { sessions, nextCursor: last.id } : { sessions };
}

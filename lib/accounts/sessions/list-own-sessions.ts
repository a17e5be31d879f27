/** Where a person is signed in. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { OwnSession } from "#lib/sessions/schema.ts";
import { describeSessions } from "./describe-sessions.ts";
import { selectSessions } from "./store.ts";

/** Nobody reads more; all of them end together. */
const mostShown = 200;

/** The newest first. Those that lie idle too: their apps may go on. @throws DomainError UNAUTHENTICATED */
export async function listOwnSessions(ctx: Context): Promise<OwnSession[]> {
  const { actor } = ctx;
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  const found = await selectSessions(ctx.db, { now: ctx.now, userId: actor.userId, limit: mostShown });
  const sessions = await describeSessions(ctx, found);
  return sessions.map(({ user: _user, ...session }) => ({
    ...session,
    current: session.id === actor.sessionId,
  }));
}

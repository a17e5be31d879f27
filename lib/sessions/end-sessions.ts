/** The one way in which sessions end: with their tokens, a line in the trail each, and word to their apps. */
import type { ClientId } from "#drizzle/schema/ids.ts";
import { appendAuditEvents } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { queueLogouts } from "./queue-logouts.ts";
import type { SessionEnd } from "./schema.ts";
import { type EndedSession, markSessionsRevoked, type SessionSelection } from "./store.ts";

interface Ending {
  readonly by: SessionEnd;
  /** The app that asked for it. */
  readonly clientId?: ClientId | undefined;
}

/**
 * Ends those of the sessions that have not ended yet, however many, in a handful of statements. Access tokens and
 * refresh tokens that hang on them die by it, because every use asks for the session; so do codes. Belongs into the
 * transaction of the act, after whatever keeps new sessions from being opened.
 */
export async function endSessions(
  ctx: Context,
  tx: Db,
  { by, clientId, ...which }: SessionSelection & Ending,
): Promise<EndedSession[]> {
  const ended = await markSessionsRevoked(tx, which, ctx.now);
  if (ended.length === 0) return [];
  await queueLogouts(ctx, tx, ended, by);
  await appendAuditEvents(
    ctx,
    tx,
    ended.map(({ id, userId, credentialId }) => ({
      action: "session.ended" as const,
      outcome: "success" as const,
      subjectUserId: userId,
      sessionId: id,
      ...(clientId === undefined ? {} : { clientId }),
      ...(credentialId === null ? {} : { credentialId }),
      details: { by },
    })),
  );
  return ended;
}

/** A passkey that is no longer accepted takes the sessions along that hang on it. */
import type { CredentialRowId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { markSessionsOfCredentialRevoked } from "./store.ts";

interface EndedCredential {
  readonly userId: UserId;
  readonly credentialId: CredentialRowId;
  readonly by: "passkey_removed" | "passkey_revoked";
}

/**
 * Ends the live sessions that the credential opened or last confirmed, with an event for each. Belongs into the
 * transaction that ended the credential, after it: then no sign-in or step-up under way can add another one.
 */
export async function endCredentialSessions(
  ctx: Context,
  db: Db,
  { userId, credentialId, by }: EndedCredential,
): Promise<SessionId[]> {
  const ended = await markSessionsOfCredentialRevoked(db, credentialId, ctx.now);
  for (const sessionId of ended) {
    await appendAuditEvent(ctx, db, {
      action: "session.ended",
      outcome: "success",
      subjectUserId: userId,
      credentialId,
      sessionId,
      details: { by },
    });
  }
  return ended;
}

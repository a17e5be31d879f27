/** A passkey that is no longer accepted takes the sessions along that hang on it. */
import type { CredentialRowId, SessionId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { endSessions } from "./end-sessions.ts";

interface EndedCredential {
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
  ended: EndedCredential,
): Promise<SessionId[]> {
  return (await endSessions(ctx, db, ended)).map(({ id }) => id);
}

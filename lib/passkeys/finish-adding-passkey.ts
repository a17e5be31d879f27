/** Stores another passkey of the signed-in person. A session that began without one goes on as one of this passkey. */
import type { UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { listCredentialNames } from "#lib/credentials/store.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { CreatedSession } from "#lib/sessions/create-session.ts";
import { continueSession } from "#lib/sessions/open-session.ts";
import { lockActiveUser } from "#lib/users/store.ts";
import { strengthOf } from "./authentication-strength.ts";
import { refuse } from "./ceremony-refusal.ts";
import { mostPasskeys } from "./most-passkeys.ts";
import { queuePasskeyNotice } from "./notices/queue-passkey-notice.ts";
import { type StoredPasskey, storePasskey } from "./store-passkey.ts";
import type { VerifiedPasskey } from "./verify-registration.ts";

export interface AddedPasskey {
  readonly passkey: StoredPasskey;
  /** The session under its new token; absent when a passkey had opened it before. */
  readonly session: CreatedSession | undefined;
}

/**
 * `userId` is whom the challenge was issued to, in this very session.
 * @throws DomainError USER_DISABLED, CREDENTIAL_LIMIT, DUPLICATE_CREDENTIAL; UNAUTHENTICATED when the session ended meanwhile
 */
export async function finishAddingPasskey(
  ctx: Context,
  input: {
    readonly userId: UserId | undefined;
    readonly passkey: VerifiedPasskey;
    readonly deviceName: string | undefined;
  },
): Promise<AddedPasskey> {
  const { userId } = input;
  const { actor } = ctx;
  if (actor.type !== "user" || actor.userId !== userId)
    throw refuse("INVALID_CHALLENGE", "challenge_session");
  return await ctx.db.transaction(async (tx) => {
    // The lock makes parallel additions count each other.
    if (!(await lockActiveUser(tx, userId))) throw new DomainError("USER_DISABLED");
    const takenNames = await listCredentialNames(tx, userId);
    if (takenNames.length >= mostPasskeys(ctx, actor)) throw new DomainError("CREDENTIAL_LIMIT");
    const passkey = await storePasskey(ctx, tx, { ...input, userId, takenNames });
    await queuePasskeyNotice(ctx, tx, {
      owner: { ...actor, id: userId },
      passkey: passkey.name,
      happened: "added",
    });
    if (actor.method === "passkey") return { passkey, session: undefined };
    return { passkey, session: await upgradeSession(ctx, tx, actor, { ...input.passkey, id: passkey.id }) };
  });
}

/** The ceremony that made the passkey has verified the person as one that uses it would have. */
async function upgradeSession(
  ctx: Context,
  tx: Db,
  actor: UserActor,
  passkey: VerifiedPasskey & Pick<StoredPasskey, "id">,
): Promise<CreatedSession> {
  const session = await continueSession(ctx, tx, actor.sessionId, {
    method: "passkey",
    credentialId: passkey.id,
    ...strengthOf(passkey, passkey.userVerified),
  });
  if (!session) throw new DomainError("UNAUTHENTICATED");
  await appendAuditEvent(ctx, tx, {
    action: "session.upgraded",
    outcome: "success",
    subjectUserId: actor.userId,
    credentialId: passkey.id,
    details: { from: actor.method, user_verified: passkey.userVerified },
  });
  return session;
}

/** A new account with its first passkey and its session, all in one transaction or not at all. */
import type { UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { administratorWithPasskeyExists } from "#lib/credentials/store.ts";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { strengthOf } from "#lib/passkeys/authentication-strength.ts";
import { refuse } from "#lib/passkeys/ceremony-refusal.ts";
import type { ChallengeContexts } from "#lib/passkeys/schema.ts";
import { type Signals, signalsOf } from "#lib/passkeys/signals.ts";
import { type StoredPasskey, storePasskey } from "#lib/passkeys/store-passkey.ts";
import type { VerifiedPasskey } from "#lib/passkeys/verify-registration.ts";
import type { CreatedSession } from "#lib/sessions/create-session.ts";
import { openSession } from "#lib/sessions/open-session.ts";
import { insertUser } from "#lib/users/store.ts";
import { checkSignUpPolicy } from "./check-sign-up-policy.ts";
import { takeInvitation } from "./invitations/store.ts";
import { refuseInvitation, type TakenInvitation, welcomeInvited } from "./invitations/use-invitation.ts";
import { deleteSetUpLinks, lockSetUp, takeSetUpLink } from "./store.ts";

export interface Registered {
  readonly user: { readonly id: UserId; readonly username: string; readonly displayName: string };
  readonly passkey: StoredPasskey;
  readonly signals: Signals;
  /** Of a new account, or taken further by the new passkey; absent when a passkey had opened it already. */
  readonly session: CreatedSession | undefined;
}

export interface NewAccount {
  readonly context: ChallengeContexts["registration"];
  readonly passkey: VerifiedPasskey;
  readonly deviceName: string | undefined;
}

/** @throws DomainError SIGN_UP_CLOSED, FORBIDDEN, USER_EXISTS, DUPLICATE_CREDENTIAL */
export async function finishAccount(
  ctx: Context,
  { context, passkey, deviceName }: NewAccount,
): Promise<Registered> {
  const { username, displayName } = context;
  const webauthnHandle = decodeBase64url(context.handle) ?? new Uint8Array();
  const userId = newId<UserId>();
  return await ctx.db.transaction(async (tx) => {
    const { role, invitation } = await checkRight(ctx, tx, context);
    await insertUser(tx, {
      id: userId,
      username,
      displayName,
      webauthnHandle,
      role,
      status: "active",
      createdAt: ctx.now,
      updatedAt: ctx.now,
      lastLoginAt: ctx.now,
    });
    if (invitation) await welcomeInvited(ctx, tx, invitation, userId);
    const stored = await storePasskey(ctx, tx, { userId, passkey, deviceName, takenNames: [] });
    const strength = strengthOf(passkey, passkey.userVerified);
    const session = await openSession(ctx, tx, {
      userId,
      method: "passkey",
      credentialId: stored.id,
      ...strength,
    });
    const signals = await signalsOf(ctx, tx, { userId, username, displayName, webauthnHandle });
    const about = { outcome: "success", actor: { type: "user", userId }, subjectUserId: userId } as const;
    if (context.purpose === "set_up")
      await appendAuditEvent(ctx, tx, { action: "instance.set_up", ...about });
    await appendAuditEvent(ctx, tx, {
      action: "user.created",
      ...about,
      details: { role, via: invitation ? "invitation" : context.purpose },
    });
    await appendAuditEvent(ctx, tx, {
      action: "session.created",
      ...about,
      credentialId: stored.id,
      sessionId: session.sessionId,
      details: { method: "passkey", user_verified: passkey.userVerified, resumed: false },
    });
    return { user: { id: userId, username, displayName }, passkey: stored, signals, session };
  });
}

/** Asked again at the end: the policy may have changed, and the link or a use of the invitation is spent here. */
async function checkRight(
  ctx: Context,
  tx: Db,
  context: ChallengeContexts["registration"],
): Promise<{ readonly role: "admin" | "user"; readonly invitation?: TakenInvitation }> {
  const { invitationHash, username } = context;
  if (context.purpose !== "set_up") {
    checkSignUpPolicy(ctx.config, { invited: invitationHash !== undefined });
    if (invitationHash === undefined) return { role: "user" };
    const hash = decodeBase64url(invitationHash) ?? new Uint8Array();
    const invitation = await takeInvitation(tx, hash, username, ctx.now);
    if (!invitation) throw refuseInvitation();
    return { role: "user", invitation };
  }
  await lockSetUp(tx);
  const tokenHash = decodeBase64url(context.setUpTokenHash ?? "") ?? new Uint8Array();
  const taken = await takeSetUpLink(tx, tokenHash, ctx.now);
  if (!taken || (await administratorWithPasskeyExists(tx)))
    throw refuse("FORBIDDEN", "set_up_link", { words: { key: "setUpLinkDead" } });
  await deleteSetUpLinks(tx);
  return { role: "admin" };
}

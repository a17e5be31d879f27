/** A verified assertion becomes a session. */
import type { UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import type { Db } from "#lib/db/client.ts";
import { type OpenedSession, openSession } from "#lib/sessions/open-session.ts";
import { touchLastLogin } from "#lib/users/store.ts";
import { auditRefusal } from "./audit-refusal.ts";
import { strengthOf } from "./authentication-strength.ts";
import { refuse } from "./ceremony-refusal.ts";
import { consumeChallenge } from "./consume-challenge.ts";
import { isFromElsewhere } from "./is-from-elsewhere.ts";
import { type JudgedAssertion, judgeTrust } from "./judge-trust.ts";
import { queueSignInNotice } from "./notices/queue-sign-in-notice.ts";
import { checkPasskeyAllowed, loadPasskeyRules } from "./policy/check-passkey-allowed.ts";
import { readClientData } from "./read-client-data.ts";
import { keepingCounterMark, recordUse } from "./record-use.ts";
import type { AuthenticationResponse } from "./schema.ts";
import { type Signals, signalsOf } from "./signals.ts";
import { verifyAssertion } from "./verify-assertion.ts";

export interface SignedIn {
  readonly user: { readonly id: UserId; readonly username: string; readonly displayName: string };
  readonly session: OpenedSession;
  readonly signals: Signals;
  /** A passkey on this device would spare the person the way to another one. */
  readonly fromElsewhere: boolean;
}

/**
 * @throws DomainError for a spent or foreign challenge, AUTHENTICATION_FAILED, and to whoever holds the passkey
 * USER_DISABLED, ATTESTATION_NOT_ALLOWED, COUNTER_REGRESSION
 */
export function finishSignIn(ctx: Context, response: AuthenticationResponse): Promise<SignedIn> {
  return auditRefusal(ctx, "sign_in.failed", async () => {
    const clientData = readClientData(response.response.clientDataJSON);
    const challenge = await consumeChallenge(ctx, "authentication", clientData.challenge);
    // Both only read, so the second waits for nothing.
    const [verified, rules] = await Promise.all([
      verifyAssertion(ctx, challenge, response),
      loadPasskeyRules(ctx, decodeBase64url(response.id) ?? new Uint8Array()),
    ]);
    const assertion = await judgeTrust(ctx, rules.metadata, verified);
    checkPasskeyAllowed(ctx, rules, assertion);
    return await keepingCounterMark(ctx, assertion, () =>
      ctx.db.transaction(async (tx) => ({
        ...(await signIn(ctx, tx, assertion)),
        fromElsewhere: isFromElsewhere(response, assertion.credential),
      })),
    );
  });
}

async function signIn(
  ctx: Context,
  tx: Db,
  assertion: JudgedAssertion,
): Promise<Omit<SignedIn, "fromElsewhere">> {
  const { credential, userVerified } = assertion;
  const { userId, username, displayName } = credential;
  const evidence = { subjectUserId: userId, credentialId: credential.id };
  // The connection sends these one behind the other without waiting in between: one round trip for the three.
  const [active, , signals] = await Promise.all([
    touchLastLogin(tx, userId, ctx.now),
    recordUse(ctx, tx, assertion),
    signalsOf(ctx, tx, credential),
  ]);
  if (!active) throw refuse("USER_DISABLED", "user_disabled", evidence);
  const session = await openSession(ctx, tx, {
    userId,
    method: "passkey",
    credentialId: credential.id,
    ...strengthOf(credential, userVerified),
  });
  // A browser that was still signed in as this person has only moved to another network.
  if (session.place === "new" && !session.resumed) await queueSignInNotice(ctx, tx, credential);
  await appendAuditEvent(ctx, tx, {
    action: "session.created",
    outcome: "success",
    actor: { type: "user", userId },
    subjectUserId: userId,
    credentialId: credential.id,
    sessionId: session.sessionId,
    details: {
      method: "passkey",
      user_verified: userVerified,
      resumed: session.resumed,
      place: session.place,
    },
  });
  return { user: { id: userId, username, displayName }, session, signals };
}

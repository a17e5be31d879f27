/** A verified assertion renews the session's `auth_time`. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { stepUpExpiry } from "#lib/sessions/check-step-up.ts";
import { updateSessionAuthTime } from "#lib/sessions/store.ts";
import { auditRefusal } from "./audit-refusal.ts";
import { strengthOf } from "./authentication-strength.ts";
import { consumeChallenge } from "./consume-challenge.ts";
import { type JudgedAssertion, judgeTrust } from "./judge-trust.ts";
import { metadataFor } from "./metadata/metadata-for.ts";
import { checkModelAllowed } from "./policy/check-passkey-allowed.ts";
import { readClientData } from "./read-client-data.ts";
import { keepingCounterMark, recordUse } from "./record-use.ts";
import type { AuthenticationResponse } from "./schema.ts";
import { verifyAssertion } from "./verify-assertion.ts";

export interface SteppedUp {
  readonly authTime: Date;
  /** When sensitive operations will ask again. */
  readonly expiresAt: Date;
}

/** @throws DomainError for a spent or foreign challenge, UNAUTHENTICATED, AUTHENTICATION_FAILED, COUNTER_REGRESSION */
export function finishStepUp(ctx: Context, response: AuthenticationResponse): Promise<SteppedUp> {
  return auditRefusal(ctx, "step_up.failed", async () => {
    const clientData = readClientData(response.response.clientDataJSON);
    const challenge = await consumeChallenge(ctx, "step_up", clientData.challenge);
    const { actor } = ctx;
    if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
    const [verified, metadata] = await Promise.all([
      verifyAssertion(ctx, challenge, response),
      metadataFor(ctx),
    ]);
    const assertion = await judgeTrust(ctx, metadata, verified);
    checkModelAllowed(ctx, { metadata }, assertion);
    await keepingCounterMark(ctx, assertion, () =>
      ctx.db.transaction((tx) => renewSession(ctx, tx, actor, assertion)),
    );
    return { authTime: ctx.now, expiresAt: stepUpExpiry(ctx.now) };
  });
}

async function renewSession(
  ctx: Context,
  tx: Db,
  actor: UserActor,
  assertion: JudgedAssertion,
): Promise<void> {
  const { credential, userVerified } = assertion;
  await recordUse(ctx, tx, assertion);
  const renewed = await updateSessionAuthTime(tx, actor.sessionId, {
    authTime: ctx.now,
    method: "passkey",
    credentialId: credential.id,
    ...strengthOf(credential, userVerified),
  });
  if (!renewed) throw new DomainError("UNAUTHENTICATED");
  await appendAuditEvent(ctx, tx, {
    action: "step_up.succeeded",
    outcome: "success",
    subjectUserId: actor.userId,
    credentialId: credential.id,
    sessionId: actor.sessionId,
  });
}

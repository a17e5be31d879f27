/** A verified assertion renews the session's `auth_time`. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { stepUpExpiry } from "#lib/sessions/check-step-up.ts";
import { updateSessionAuthTime } from "#lib/sessions/store.ts";
import { auditRefusal } from "./audit-refusal.ts";
import { strengthOf } from "./authentication-strength.ts";
import { consumeChallenge } from "./consume-challenge.ts";
import { readClientData } from "./read-client-data.ts";
import { recordUse } from "./record-use.ts";
import type { AuthenticationResponse } from "./schema.ts";
import { verifyAssertion } from "./verify-assertion.ts";

export interface SteppedUp {
  readonly authTime: Date;
  /** When sensitive operations will ask again. */
  readonly expiresAt: Date;
}

/** @throws DomainError for a spent or foreign challenge, UNAUTHENTICATED, AUTHENTICATION_FAILED */
export function finishStepUp(ctx: Context, response: AuthenticationResponse): Promise<SteppedUp> {
  return auditRefusal(ctx, "step_up.failed", async () => {
    const clientData = readClientData(response.response.clientDataJSON);
    const challenge = await consumeChallenge(ctx, "step_up", clientData.challenge);
    const { actor } = ctx;
    if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
    const assertion = await verifyAssertion(ctx, challenge, response);
    const { credential, userVerified } = assertion;
    await ctx.db.transaction(async (tx) => {
      await recordUse(ctx, tx, assertion);
      const renewed = await updateSessionAuthTime(tx, actor.sessionId, {
        authTime: ctx.now,
        credentialId: credential.id,
        ...strengthOf(credential.deviceType, userVerified),
      });
      if (!renewed) throw new DomainError("UNAUTHENTICATED");
      await appendAuditEvent(ctx, tx, {
        action: "step_up.succeeded",
        outcome: "success",
        subjectUserId: actor.userId,
        credentialId: credential.id,
        sessionId: actor.sessionId,
      });
    });
    return { authTime: ctx.now, expiresAt: stepUpExpiry(ctx.now) };
  });
}

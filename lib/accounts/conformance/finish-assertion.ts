/** Verifies what a conformance tool signed. Opens no session: nobody signs in here. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { refuse } from "#lib/passkeys/ceremony-refusal.ts";
import { consumeChallenge } from "#lib/passkeys/consume-challenge.ts";
import { readClientData } from "#lib/passkeys/read-client-data.ts";
import { keepingCounterMark, recordUse } from "#lib/passkeys/record-use.ts";
import type { AuthenticationResponse } from "#lib/passkeys/schema.ts";
import { type VerifiedAssertion, verifyAssertion } from "#lib/passkeys/verify-assertion.ts";
import { checkConformanceOpen } from "./check-conformance-open.ts";

/**
 * @throws DomainError NOT_FOUND where the interface is closed, for a spent or foreign challenge, AUTHENTICATION_FAILED,
 * USER_DISABLED, COUNTER_REGRESSION
 */
export function finishAssertion(ctx: Context, response: AuthenticationResponse): Promise<void> {
  checkConformanceOpen(ctx.config);
  return auditRefusal(ctx, "conformance.assertion_failed", async () => {
    const clientData = readClientData(response.response.clientDataJSON);
    const challenge = await consumeChallenge(ctx, "authentication", clientData.challenge, "conformance");
    const assertion = await verifyAssertion(ctx, challenge, response);
    const evidence = { subjectUserId: assertion.credential.userId, credentialId: assertion.credential.id };
    await keepingCounterMark(ctx, assertion, () =>
      ctx.db.transaction(async (tx) => {
        await recordUse(ctx, tx, assertion);
        await appendAuditEvent(ctx, tx, {
          action: "conformance.assertion_verified",
          outcome: "success",
          ...evidence,
        });
      }),
    );
    // FIDO makes an error of what WebAuthn Level 3 calls a signal; the mark on the passkey is committed before that.
    if (counterRegressed(assertion)) throw refuse("COUNTER_REGRESSION", "counter", evidence);
  });
}

/** Both zero: an authenticator without a counter (WebAuthn Level 3 section 6.1.1). */
function counterRegressed({ credential, signCount }: VerifiedAssertion): boolean {
  return (signCount > 0 || credential.signCount > 0) && signCount <= credential.signCount;
}

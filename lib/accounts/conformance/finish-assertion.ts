/** Verifies what a conformance tool signed. Opens no session: nobody signs in here. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { consumeChallenge } from "#lib/passkeys/consume-challenge.ts";
import { judgeTrust } from "#lib/passkeys/judge-trust.ts";
import { metadataFor } from "#lib/passkeys/metadata/metadata-for.ts";
import { checkModelAllowed } from "#lib/passkeys/policy/check-passkey-allowed.ts";
import { readClientData } from "#lib/passkeys/read-client-data.ts";
import { keepingCounterMark, recordUse } from "#lib/passkeys/record-use.ts";
import type { AuthenticationResponse } from "#lib/passkeys/schema.ts";
import { verifyAssertion } from "#lib/passkeys/verify-assertion.ts";
import { checkConformanceOpen } from "./check-conformance-open.ts";

/**
 * Policies for people are not asked; a model that the metadata calls broken is refused here as everywhere.
 * @throws DomainError NOT_FOUND where the interface is closed, for a spent or foreign challenge, AUTHENTICATION_FAILED,
 * USER_DISABLED, ATTESTATION_NOT_ALLOWED, COUNTER_REGRESSION
 */
export function finishAssertion(ctx: Context, response: AuthenticationResponse): Promise<void> {
  checkConformanceOpen(ctx.config);
  // FIDO makes an error of what WebAuthn Level 3 calls a signal, whatever this instance makes of it.
  const strict: Context = { ...ctx, config: { ...ctx.config, counterPolicy: "refuse" } };
  return auditRefusal(ctx, "conformance.assertion_failed", async () => {
    const clientData = readClientData(response.response.clientDataJSON);
    const challenge = await consumeChallenge(ctx, "authentication", clientData.challenge, "conformance");
    const [verified, metadata] = await Promise.all([
      verifyAssertion(ctx, challenge, response),
      metadataFor(ctx),
    ]);
    const assertion = await judgeTrust(ctx, metadata, verified);
    checkModelAllowed(ctx, { metadata }, assertion);
    await keepingCounterMark(strict, assertion, () =>
      ctx.db.transaction(async (tx) => {
        await recordUse(strict, tx, assertion);
        await appendAuditEvent(ctx, tx, {
          action: "conformance.assertion_verified",
          outcome: "success",
          subjectUserId: assertion.credential.userId,
          credentialId: assertion.credential.id,
        });
      }),
    );
  });
}

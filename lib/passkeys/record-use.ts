/** Notes on the credential's row that it was used, and whether its counter behaved. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { recordCredentialUse } from "#lib/credentials/store.ts";
import type { Db } from "#lib/db/client.ts";
import { refuse } from "./ceremony-refusal.ts";
import type { VerifiedAssertion } from "./verify-assertion.ts";

/**
 * Notes the use. A counter that did not grow is a sign of a copy, not a proof (WebAuthn Level 3 section 7.2 step 22):
 * the sign-in goes on, the passkey is marked and the trail says so.
 * @throws DomainError AUTHENTICATION_FAILED when the passkey was revoked meanwhile
 */
export async function recordUse(ctx: Context, tx: Db, assertion: VerifiedAssertion): Promise<void> {
  const { credential, signCount, backupState } = assertion;
  const evidence = { subjectUserId: credential.userId, credentialId: credential.id };
  const use = await recordCredentialUse(tx, credential.id, {
    signCount,
    backupState,
    now: ctx.now,
    ip: ctx.ip,
    userAgent: ctx.userAgent,
  });
  if (!use) throw refuse("AUTHENTICATION_FAILED", "credential_revoked", evidence);
  if (!use.counterRegressed) return;
  ctx.log.security({ requestId: ctx.requestId, ...evidence }, "a passkey's counter did not grow");
  await appendAuditEvent(ctx, tx, {
    action: "passkey.counter_regressed",
    outcome: "success",
    actor: { type: "user", userId: credential.userId },
    ...evidence,
    details: { stored: use.storedCount, received: signCount },
  });
}

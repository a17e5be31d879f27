/** Notes on the credential's row that it was used, and whether its counter behaved. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { markCloneSuspected, recordCredentialUse } from "#lib/credentials/store.ts";
import type { Db } from "#lib/db/client.ts";
import { type CeremonyEvidence, refuse } from "./ceremony-refusal.ts";
import type { JudgedAssertion } from "./judge-trust.ts";
import { queueCounterNotice } from "./notices/queue-counter-notice.ts";
import type { VerifiedAssertion } from "./verify-assertion.ts";

/**
 * Notes the use. A counter that did not grow is a sign of a copy, not a proof (WebAuthn Level 3 section 7.2 step 22):
 * the passkey is marked, the trail says so, and the sign-in goes on unless COUNTER_POLICY is `refuse`.
 * @throws DomainError AUTHENTICATION_FAILED when the passkey was revoked meanwhile; COUNTER_REGRESSION, which undoes the
 * transaction: run it in `keepingCounterMark`
 */
export async function recordUse(ctx: Context, tx: Db, assertion: JudgedAssertion): Promise<void> {
  const { credential, signCount, backupState, judgement } = assertion;
  const evidence = { subjectUserId: credential.userId, credentialId: credential.id };
  const use = await recordCredentialUse(tx, credential.id, {
    signCount,
    backupState,
    now: ctx.now,
    ip: ctx.ip,
    userAgent: ctx.userAgent,
    judgement,
  });
  if (!use) throw refuse("AUTHENTICATION_FAILED", "credential_revoked", evidence);
  if (!use.counterRegressed) return;
  if (ctx.config.counterPolicy === "refuse") throw new CounterRefused(evidence, use.storedCount);
  await tellOfRegression(ctx, tx, assertion, use.storedCount);
}

/**
 * Runs the transaction that holds `recordUse`. Where that refuses because of the counter, mark and event are committed
 * before the refusal goes on.
 */
export async function keepingCounterMark<T>(
  ctx: Context,
  assertion: VerifiedAssertion,
  transaction: () => Promise<T>,
): Promise<T> {
  try {
    return await transaction();
  } catch (error) {
    if (!(error instanceof CounterRefused)) throw error;
    await ctx.db.transaction(async (tx) => {
      await markCloneSuspected(tx, assertion.credential.id, ctx.now);
      await tellOfRegression(ctx, tx, assertion, error.storedCount);
    });
    throw refuse("COUNTER_REGRESSION", "counter", error.evidence);
  }
}

/** Undoes the transaction; never seen outside. */
class CounterRefused extends Error {
  override readonly name = "CounterRefused";
  readonly evidence: CeremonyEvidence;
  readonly storedCount: number;

  constructor(evidence: CeremonyEvidence, storedCount: number) {
    super("the counter did not grow");
    this.evidence = evidence;
    this.storedCount = storedCount;
  }
}

async function tellOfRegression(
  ctx: Context,
  tx: Db,
  { credential, signCount }: VerifiedAssertion,
  storedCount: number,
): Promise<void> {
  const evidence = { subjectUserId: credential.userId, credentialId: credential.id };
  ctx.log.security({ requestId: ctx.requestId, ...evidence }, "a passkey's counter did not grow");
  await queueCounterNotice(ctx, tx, credential);
  await appendAuditEvent(ctx, tx, {
    action: "passkey.counter_regressed",
    outcome: "success",
    actor: { type: "user", userId: credential.userId },
    ...evidence,
    details: { stored: storedCount, received: signCount },
  });
}

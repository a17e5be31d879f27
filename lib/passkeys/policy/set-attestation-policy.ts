/** Sets which authenticators may be used here; it holds for new passkeys and for the next sign-in with old ones. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { findCredentialFacts } from "#lib/credentials/store.ts";
import { DomainError, type FieldProblem } from "#lib/errors/domain-error.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
import { findSetting, putSetting } from "#lib/settings/store.ts";
import { productNames } from "../product-names.ts";
import { checkAttestationPolicy } from "./check-attestation-policy.ts";
import { attestationPolicyName } from "./load-policy.ts";
import { type AttestationPolicy, attestationPolicySchema } from "./schema.ts";

/**
 * For administrators who have just confirmed, and for operators. An administrator cannot shut out the passkey of the
 * session that asks; whoever has a shell can, and can take it back.
 * @throws DomainError FORBIDDEN, UNAUTHENTICATED, STEP_UP_REQUIRED, VALIDATION_ERROR with every bad field, CONFLICT
 */
export async function setAttestationPolicy(ctx: Context, input: unknown): Promise<AttestationPolicy> {
  checkMaySet(ctx);
  const policy = parse(input);
  if (policy.trustedOnly && !ctx.config.metadata) throw invalid([trustNeedsMetadata]);
  await ctx.db.transaction(async (tx) => {
    await checkOwnPasskey(ctx, tx, policy);
    const before = await findSetting(tx, attestationPolicyName);
    await putSetting(tx, attestationPolicyName, policy, ctx.now);
    await appendAuditEvent(ctx, tx, {
      action: "attestation_policy.changed",
      outcome: "success",
      details: { before: JSON.stringify(before ?? {}), after: JSON.stringify(policy) },
    });
  });
  return policy;
}

function checkMaySet(ctx: Context): void {
  if (ctx.actor.type === "operator") return;
  if (ctx.actor.type !== "user" || ctx.actor.role !== "admin") throw new DomainError("FORBIDDEN");
  checkStepUp(ctx);
}

function parse(input: unknown): AttestationPolicy {
  const parsed = attestationPolicySchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })));
}

/** Nobody could ever sign in. */
const trustNeedsMetadata: FieldProblem = {
  path: "trustedOnly",
  message: "needs metadata: set MDS_BLOB and MDS_ROOT first",
};

function invalid(fields: readonly FieldProblem[]): DomainError {
  return new DomainError("VALIDATION_ERROR", { fields });
}

async function checkOwnPasskey(
  ctx: Context,
  tx: Parameters<typeof findCredentialFacts>[0],
  policy: AttestationPolicy,
): Promise<void> {
  const { actor } = ctx;
  const own =
    actor.type === "user" && actor.credentialId && (await findCredentialFacts(tx, actor.credentialId));
  if (!own) return;
  try {
    // The step-up that was just asked for did verify the person.
    checkAttestationPolicy([policy], { facts: { ...own, userVerified: true }, nameOf: productNames(ctx) });
  } catch (cause) {
    throw new DomainError("CONFLICT", {
      cause,
      message:
        "Under this policy you could not sign in again with the passkey that you use now. Add one that it allows first.",
    });
  }
}

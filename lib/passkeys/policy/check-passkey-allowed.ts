/** Asks policy and metadata about a passkey, when it is registered and ever after. */
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import type { JudgedAssertion } from "../judge-trust.ts";
import { checkModelStatus } from "../metadata/check-model-status.ts";
import { findModelOf } from "../metadata/judge-attestation.ts";
import type { Metadata } from "../metadata/metadata.ts";
import { metadataFor } from "../metadata/metadata-for.ts";
import { findModel } from "../metadata/trust-anchors.ts";
import { productNames } from "../product-names.ts";
import { checkAttestationPolicy, type PasskeyFacts } from "./check-attestation-policy.ts";
import { listPoliciesFor, listPoliciesForOwner } from "./load-policy.ts";
import type { AttestationPolicy } from "./schema.ts";

/** What is in force now. */
export interface PasskeyRules {
  readonly policies: readonly AttestationPolicy[];
  readonly metadata: Metadata | undefined;
}

/** For whoever has that passkey. Two short questions to the database; ask them beside others. */
export async function loadPasskeyRules(ctx: Context, credentialId: Uint8Array): Promise<PasskeyRules> {
  const [policies, metadata] = await Promise.all([listPoliciesForOwner(ctx, credentialId), metadataFor(ctx)]);
  return { policies, metadata };
}

/** Whose a new passkey becomes. */
export interface PasskeyOwner {
  /** Undefined for a new account. */
  readonly userId: UserId | undefined;
  /** The groups that a new account will be in. */
  readonly joining: readonly GroupId[] | undefined;
}

/** At registration. @throws DomainError ATTESTATION_NOT_ALLOWED */
export async function checkNewPasskeyAllowed(
  ctx: Context,
  passkey: PasskeyFacts,
  { userId, joining }: PasskeyOwner,
): Promise<void> {
  const policies = await listPoliciesFor(ctx, userId, joining);
  checkAttestationPolicy(policies, {
    facts: passkey,
    nameOf: productNames(ctx),
    locale: ctx.locale,
  });
}

/**
 * At sign-in: policy or metadata may have changed since the passkey was registered.
 * @throws DomainError ATTESTATION_NOT_ALLOWED; only to whoever holds the passkey, so ask after verifying
 */
export function checkPasskeyAllowed(ctx: Context, rules: PasskeyRules, assertion: JudgedAssertion): void {
  checkModelAllowed(ctx, rules, assertion);
  const { credential, userVerified, backupEligible } = assertion;
  // By what was just signed, and not by the row.
  const deviceType = backupEligible ? "multi_device" : "single_device";
  checkAttestationPolicy(rules.policies, {
    facts: { ...credential, deviceType, userVerified },
    nameOf: productNames(ctx),
    locale: ctx.locale,
    evidence: { subjectUserId: credential.userId, credentialId: credential.id },
  });
}

/**
 * At step-up: a broken model confirms nothing. The policy is not asked, so that whoever is signed in can still add a
 * passkey that it allows.
 * @throws DomainError ATTESTATION_NOT_ALLOWED
 */
export function checkModelAllowed(
  ctx: Context,
  { metadata }: Pick<PasskeyRules, "metadata">,
  { credential, kept }: JudgedAssertion,
): void {
  const model = metadata && (kept ? findModelOf(kept, metadata) : findModel(metadata, credential.aaguid, []));
  checkModelStatus(
    model,
    { now: ctx.now, locale: ctx.locale, trustPath: kept?.path.map(({ der }) => der) ?? [] },
    { subjectUserId: credential.userId, credentialId: credential.id },
  );
}

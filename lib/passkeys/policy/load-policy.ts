/** The attestation policy of the instance, asked of the database with every ceremony: a change holds at once. */
import type { Runtime } from "#lib/context/context.ts";
import { findSettingPrepared } from "#lib/settings/store.ts";
import { type AttestationPolicy, attestationPolicySchema } from "./schema.ts";

export const attestationPolicyName = "attestation_policy";

/** An empty policy, which allows everything, where none was set. */
export async function loadAttestationPolicy({ db }: Pick<Runtime, "db">): Promise<AttestationPolicy> {
  const value = await findSettingPrepared(db, attestationPolicyName);
  return value === undefined ? {} : attestationPolicySchema.parse(value);
}

/**
 * The policies that hold for somebody, the most specific first. Groups will come before the instance's own; nothing
 * that asks needs to know.
 */
export async function listPoliciesFor(runtime: Pick<Runtime, "db">): Promise<readonly AttestationPolicy[]> {
  return [await loadAttestationPolicy(runtime)];
}

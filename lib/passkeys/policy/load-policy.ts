/** The attestation policies in force, asked of the database with every ceremony: a change holds at once. */
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import type { Runtime } from "#lib/context/context.ts";
import { findSettingPrepared } from "#lib/settings/store.ts";
import { type AttestationPolicy, attestationPolicySchema } from "./schema.ts";
import {
  attestationPolicyName,
  listPoliciesOfGroups,
  listPoliciesOfOwner,
  listPoliciesOfUser,
} from "./store.ts";

type Needs = Pick<Runtime, "db">;

/** The instance's. An empty policy, which allows everything, where none was set. */
export async function loadAttestationPolicy({ db }: Needs): Promise<AttestationPolicy> {
  return parseStoredPolicy((await findSettingPrepared(db, attestationPolicyName)) ?? {});
}

/**
 * Every policy that holds for a person: the instance's and those of their groups. All must be met, so their order says
 * nothing. `undefined` is somebody without an account yet, who is in no group but may be `joining` some.
 */
export async function listPoliciesFor(
  { db }: Needs,
  userId: UserId | undefined,
  joining: readonly GroupId[] = [],
): Promise<readonly AttestationPolicy[]> {
  const own = await listPoliciesOfUser(db, userId);
  const further = joining.length > 0 ? await listPoliciesOfGroups(db, joining) : [];
  return [...own, ...further].map(parseStoredPolicy);
}

/** The same for the owner of a passkey, by its credential id; for an unknown one the instance's alone. */
export async function listPoliciesForOwner(
  { db }: Needs,
  credentialId: Uint8Array,
): Promise<readonly AttestationPolicy[]> {
  return (await listPoliciesOfOwner(db, credentialId)).map(parseStoredPolicy);
}

export function parseStoredPolicy(value: unknown): AttestationPolicy {
  return attestationPolicySchema.parse(value);
}

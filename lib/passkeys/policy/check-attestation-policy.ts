/** Whether a passkey may be used under the policies that hold for its owner, and what to say when it may not. */
import type { Locale } from "#lib/i18n/locales.ts";
import { type CeremonyEvidence, refuse } from "../ceremony-refusal.ts";
import { explainPolicy } from "./explain-policy.ts";
import type { AttestationPolicy } from "./schema.ts";

/** What is known of a passkey, at its registration and ever after. */
export interface PasskeyFacts {
  readonly attestationFormat: string;
  readonly attestationTrust: "none" | "self" | "unverified" | "trusted";
  readonly aaguid: string;
  readonly deviceType: "single_device" | "multi_device";
  /** In the ceremony that asks. */
  readonly userVerified: boolean;
}

export interface PolicyQuestion {
  readonly facts: PasskeyFacts;
  /** What people call a model. */
  readonly nameOf: (aaguid: string) => string | undefined;
  /** Of whoever is told why not. */
  readonly locale: Locale;
  readonly evidence?: CeremonyEvidence;
}

/**
 * Every one of `policies` must be met: a group may ask for more than the instance does, never for less.
 * @throws DomainError ATTESTATION_NOT_ALLOWED whose message says which kind of authenticator will do
 */
export function checkAttestationPolicy(
  policies: readonly AttestationPolicy[],
  question: PolicyQuestion,
): void {
  const policy = combinePolicies(policies);
  if (meetsPolicy(policy, question.facts)) return;
  throw refuse("ATTESTATION_NOT_ALLOWED", "attestation_policy", {
    ...question.evidence,
    message: explainPolicy(policy, question),
  });
}

/**
 * One policy that allows exactly what each of the list allows. Where their lists have nothing in common its own are
 * empty, and nothing is allowed: such a policy can be met by nobody, and could not be set.
 */
export function combinePolicies(policies: readonly AttestationPolicy[]): AttestationPolicy {
  const formats = commonTo(policies.map((policy) => policy.formats));
  const allowAaguids = commonTo(policies.map((policy) => policy.allowAaguids));
  const denyAaguids = [...new Set(policies.flatMap((policy) => policy.denyAaguids ?? []))];
  const any = (rule: "trustedOnly" | "deviceBoundOnly" | "requireUserVerification") =>
    policies.some((policy) => policy[rule]) ? { [rule]: true } : {};
  return {
    ...(formats ? { formats } : {}),
    ...(allowAaguids ? { allowAaguids } : {}),
    ...(denyAaguids.length > 0 ? { denyAaguids } : {}),
    ...any("trustedOnly"),
    ...any("deviceBoundOnly"),
    ...any("requireUserVerification"),
  };
}

/** What all lists hold that say something; undefined when none does. */
function commonTo<T>(lists: readonly (readonly T[] | undefined)[]): T[] | undefined {
  const [first, ...others] = lists.filter((list) => list !== undefined);
  return first && [...new Set(first)].filter((entry) => others.every((list) => list.includes(entry)));
}

/** Whether browsers must be asked to attest: without that there is nothing to judge by. */
export function wantsAttestation({
  formats,
  trustedOnly,
  allowAaguids,
  denyAaguids,
}: AttestationPolicy): boolean {
  return (
    trustedOnly === true ||
    (formats !== undefined && !formats.includes("none")) ||
    allowAaguids !== undefined ||
    (denyAaguids ?? []).length > 0
  );
}

/** Whether a passkey may be used under this one policy. */
export function meetsPolicy(policy: AttestationPolicy, facts: PasskeyFacts): boolean {
  const { formats, allowAaguids, denyAaguids } = policy;
  if (formats && !formats.some((format) => format === facts.attestationFormat)) return false;
  if (policy.trustedOnly && facts.attestationTrust !== "trusted") return false;
  if (allowAaguids && !allowAaguids.includes(facts.aaguid)) return false;
  if (denyAaguids?.includes(facts.aaguid)) return false;
  if (policy.deviceBoundOnly && facts.deviceType !== "single_device") return false;
  return !policy.requireUserVerification || facts.userVerified;
}

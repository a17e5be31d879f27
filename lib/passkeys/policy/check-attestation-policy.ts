/** Whether a passkey may be used under the policies that hold for its owner, and what to say when it may not. */
import { type CeremonyEvidence, refuse } from "../ceremony-refusal.ts";
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
  readonly evidence?: CeremonyEvidence;
}

/**
 * `policies` are ordered, the most specific first. The first one that says something about a rule decides it; denied
 * models are denied whoever denies them, unless a more specific policy names them as allowed.
 * @throws DomainError ATTESTATION_NOT_ALLOWED whose message says which kind of authenticator will do
 */
export function checkAttestationPolicy(
  policies: readonly AttestationPolicy[],
  question: PolicyQuestion,
): void {
  const policy = mergePolicies(policies);
  if (meets(policy, question.facts)) return;
  throw refuse("ATTESTATION_NOT_ALLOWED", "attestation_policy", {
    ...question.evidence,
    message: explain(policy, question),
  });
}

/** One policy that says what the list of them says. */
export function mergePolicies(policies: readonly AttestationPolicy[]): AttestationPolicy {
  // The last one to say something wins, so the most specific comes last.
  const said = policies.toReversed().flatMap((policy) => Object.entries(policy));
  const merged: AttestationPolicy = Object.fromEntries(said.filter(([, value]) => value !== undefined));
  const denied = policies.flatMap((policy, index) => {
    const allowedBefore = policies.slice(0, index).flatMap(({ allowAaguids }) => allowAaguids ?? []);
    return (policy.denyAaguids ?? []).filter((aaguid) => !allowedBefore.includes(aaguid));
  });
  return denied.length > 0 ? { ...merged, denyAaguids: [...new Set(denied)] } : merged;
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

function meets(policy: AttestationPolicy, facts: PasskeyFacts): boolean {
  const { formats, allowAaguids, denyAaguids } = policy;
  if (formats && !formats.some((format) => format === facts.attestationFormat)) return false;
  if (policy.trustedOnly && facts.attestationTrust !== "trusted") return false;
  if (allowAaguids && !allowAaguids.includes(facts.aaguid)) return false;
  if (denyAaguids?.includes(facts.aaguid)) return false;
  if (policy.deviceBoundOnly && facts.deviceType !== "single_device") return false;
  return !policy.requireUserVerification || facts.userVerified;
}

/** More names than these help nobody. */
const mostNames = 5;

function explain(policy: AttestationPolicy, { facts, nameOf }: PolicyQuestion): string {
  const sentences = ["This kind of authenticator is not allowed here."];
  const names = [...new Set((policy.allowAaguids ?? []).flatMap((aaguid) => nameOf(aaguid) ?? []))];
  if (policy.denyAaguids?.includes(facts.aaguid)) sentences.push("Use one of another model.");
  else if (names.length > 0) sentences.push(`Use ${listOf(names, (policy.allowAaguids ?? []).length)}.`);
  else if (policy.allowAaguids) sentences.push("Use a model that your administrator has approved.");
  else if (policy.deviceBoundOnly)
    sentences.push("Use a security key, or another authenticator that keeps the passkey on one device.");
  if (policy.trustedOnly || (policy.formats && !policy.formats.includes("none")))
    sentences.push(
      "It must be able to prove which model it is, and the browser must be allowed to pass that on.",
    );
  if (policy.requireUserVerification) sentences.push("It must check your fingerprint, face or PIN.");
  return sentences.join(" ");
}

function listOf(names: readonly string[], allowed: number): string {
  const shown = names.slice(0, mostNames);
  const others = allowed > shown.length ? ["another approved model"] : [];
  return new Intl.ListFormat("en", { type: "disjunction" }).format([...shown, ...others]);
}

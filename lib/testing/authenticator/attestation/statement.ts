/** What the attestation formats share: their input, the members that most carry, and the faults of those. */
import type { Cbor } from "../cbor.ts";
import type { CertificateExtension } from "../certificate.ts";
import { octetString } from "../der.ts";
import { type CoseAlgorithm, type CredentialKeyPair, makeKeyPair } from "../key-pair.ts";
import type { AttestationAuthority } from "./authority.ts";

export interface StatementInput {
  readonly authority: AttestationAuthority;
  readonly rpId: string;
  readonly authenticatorData: Uint8Array;
  readonly clientDataHash: Uint8Array;
  readonly aaguid: string;
  readonly credentialId: Uint8Array;
  readonly credentialKey: CredentialKeyPair;
  /** The algorithm of the manufacturer's key, where the format leaves a choice. */
  readonly attestationAlgorithm: CoseAlgorithm | undefined;
  readonly now: Date;
  /** One of the format's faults; undefined makes a sound statement. */
  readonly fault: string | undefined;
}

export interface AttestationFormat {
  readonly fmt: string;
  readonly faults: readonly string[];
  build(input: StatementInput): Map<string, Cbor>;
}

/** What can be wrong with `sig`, in every format that signs. */
export const signatureFaults = [
  "signature-corrupt",
  "signature-foreign",
  "signature-missing",
  "signature-not-bytes",
  "signature-empty",
] as const;

export const algorithmFaults = ["alg-missing", "alg-not-number", "alg-mismatch", "alg-unknown"] as const;

export const x5cFaults = ["x5c-missing", "x5c-not-array", "x5c-empty", "x5c-of-text"] as const;

/** authenticatorData ‖ clientDataHash: what attestations sign, or hash. */
export function signedBytes({ authenticatorData, clientDataHash }: StatementInput): Uint8Array {
  return new Uint8Array(Buffer.concat([authenticatorData, clientDataHash]));
}

/** Sets `sig` over `data`. */
export function setSignature(
  statement: Map<string, Cbor>,
  key: CredentialKeyPair,
  data: Uint8Array,
  fault: string | undefined,
): void {
  if (fault === "signature-missing") return;
  const signer = fault === "signature-foreign" ? makeKeyPair(key.algorithm) : key;
  const signature = new Uint8Array(signer.sign(data));
  const last = signature.length - 1;
  if (fault === "signature-corrupt") signature[last] = (signature[last] ?? 0) ^ 1;
  if (fault === "signature-not-bytes") statement.set("sig", Buffer.from(signature).toString("base64url"));
  else statement.set("sig", fault === "signature-empty" ? new Uint8Array() : signature);
}

export function setAlgorithm(
  statement: Map<string, Cbor>,
  algorithm: CoseAlgorithm,
  fault: string | undefined,
): void {
  if (fault === "alg-missing") return;
  if (fault === "alg-not-number") statement.set("alg", String(algorithm));
  else if (fault === "alg-unknown") statement.set("alg", -65000);
  else if (fault === "alg-mismatch") statement.set("alg", algorithm === -7 ? -35 : -7);
  else statement.set("alg", algorithm);
}

export function setCertificates(
  statement: Map<string, Cbor>,
  certificates: readonly Uint8Array[],
  fault: string | undefined,
): void {
  if (fault === "x5c-missing") return;
  if (fault === "x5c-not-array") statement.set("x5c", certificates[0] ?? new Uint8Array());
  else if (fault === "x5c-empty") statement.set("x5c", []);
  else if (fault === "x5c-of-text")
    statement.set(
      "x5c",
      certificates.map((certificate) => Buffer.from(certificate).toString("base64")),
    );
  else statement.set("x5c", certificates);
}

export function aaguidBytes(aaguid: string): Uint8Array {
  return new Uint8Array(Buffer.from(aaguid.replaceAll("-", ""), "hex"));
}

export const aaguidExtensionFaults = [
  "aaguid-extension-mismatch",
  "aaguid-extension-critical",
  "aaguid-extension-malformed",
] as const;

/** id-fido-gen-ce-aaguid (WebAuthn Level 3 section 8.2.1): the AAGUID in an OCTET STRING in the extension's own. */
export function aaguidExtension(aaguid: string, fault: string | undefined): CertificateExtension {
  const bytes = aaguidBytes(fault === "aaguid-extension-mismatch" ? `f${aaguid.slice(1, -1)}e` : aaguid);
  return {
    oid: "1.3.6.1.4.1.45724.1.1.4",
    critical: fault === "aaguid-extension-critical",
    value: fault === "aaguid-extension-malformed" ? bytes : octetString(bytes),
  };
}

const manufacturerKeys = new Map<CoseAlgorithm, CredentialKeyPair>();

/** One key for a whole batch of authenticators, as manufacturers do; RSA keys are slow to make, too. */
export function manufacturerKey(algorithm: CoseAlgorithm): CredentialKeyPair {
  const known = manufacturerKeys.get(algorithm) ?? makeKeyPair(algorithm);
  manufacturerKeys.set(algorithm, known);
  return known;
}

/** An attestation must be what the model's maker says its authenticators give. */
import { readCertificate } from "../attestation/read-certificate.ts";
import type { AttestationType, Strictness } from "../attestation/statement.ts";
import { refuse } from "../ceremony-refusal.ts";
import type { ModelFacts } from "./metadata.ts";

export interface AttestedRegistration {
  readonly format: string;
  readonly attestationType: AttestationType;
  /** COSE identifier. */
  readonly algorithm: number;
  /** DER, leaf first. */
  readonly trustPath: readonly Uint8Array[];
}

/** FIDO Registry of Predefined Values section 3.6.3. */
const registryTypes: Readonly<Record<Exclude<AttestationType, "none">, string>> = {
  self: "basic_surrogate",
  basic: "basic_full",
  attca: "attca",
  anonca: "anonca",
};

interface RegistryAlgorithm {
  readonly cose: number;
  /** Curve by OpenSSL's name, or `rsa`, `ed25519`: what a certificate's key is. */
  readonly key: string;
}

/** Section 3.6.1, those that passkeys use. */
const registryAlgorithms: ReadonlyMap<string, RegistryAlgorithm> = new Map([
  ["secp256r1_ecdsa_sha256_raw", { cose: -7, key: "prime256v1" }],
  ["secp256r1_ecdsa_sha256_der", { cose: -7, key: "prime256v1" }],
  ["secp256k1_ecdsa_sha256_raw", { cose: -47, key: "secp256k1" }],
  ["secp256k1_ecdsa_sha256_der", { cose: -47, key: "secp256k1" }],
  ["secp384r1_ecdsa_sha384_raw", { cose: -35, key: "secp384r1" }],
  ["secp521r1_ecdsa_sha512_raw", { cose: -36, key: "secp521r1" }],
  ["secp512r1_ecdsa_sha256_raw", { cose: -36, key: "secp521r1" }],
  ["rsassa_pss_sha256_raw", { cose: -37, key: "rsa" }],
  ["rsassa_pss_sha256_der", { cose: -37, key: "rsa" }],
  ["rsassa_pss_sha384_raw", { cose: -38, key: "rsa" }],
  ["rsassa_pss_sha512_raw", { cose: -39, key: "rsa" }],
  ["rsassa_pkcsv15_sha256_raw", { cose: -257, key: "rsa" }],
  ["rsassa_pkcsv15_sha384_raw", { cose: -258, key: "rsa" }],
  ["rsassa_pkcsv15_sha512_raw", { cose: -259, key: "rsa" }],
  ["rsassa_pkcsv15_sha1_raw", { cose: -65_535, key: "rsa" }],
  ["ed25519_eddsa_sha512_raw", { cose: -8, key: "ed25519" }],
  ["ed448_eddsa_sha512_raw", { cose: -53, key: "ed448" }],
]);

/**
 * Without an attestation (`none`) there is nothing to compare. Under `fido` the key of a packed leaf is compared, too.
 * @throws DomainError INVALID_ATTESTATION
 */
export function checkModelStatement(
  facts: ModelFacts | undefined,
  registration: AttestedRegistration,
  strictness: Strictness,
): void {
  const { attestationType, algorithm, format, trustPath } = registration;
  if (!facts || attestationType === "none") return;
  const types = facts.attestationTypes;
  if (types.length > 0 && !types.includes(registryTypes[attestationType]))
    throw contradiction("the model does not attest this way");
  const algorithms = facts.authenticationAlgorithms.flatMap((name) => registryAlgorithms.get(name) ?? []);
  if (algorithms.length === 0) return;
  if (!algorithms.some(({ cose }) => cose === algorithm))
    throw contradiction("the model does not use this algorithm");
  const [leaf] = trustPath;
  if (strictness !== "fido" || format !== "packed" || !leaf) return;
  const { asymmetricKeyType = "", asymmetricKeyDetails } = readCertificate(leaf).publicKey;
  const key = asymmetricKeyDetails?.namedCurve ?? asymmetricKeyType;
  if (!algorithms.some((known) => known.key === key))
    throw contradiction("the model does not attest with such a key");
}

function contradiction(why: string) {
  return refuse("INVALID_ATTESTATION", "metadata_statement", { cause: new Error(why) });
}

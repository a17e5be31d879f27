/** Verifies a signature by its COSE algorithm (WebAuthn Level 3 section 6.5.5 says how each one is encoded). */
import { constants, type KeyObject, verify } from "node:crypto";
import { type Algorithm, findAlgorithm } from "../algorithms.ts";

const jwkCurves = new Map([
  ["prime256v1", 1],
  ["secp384r1", 2],
  ["secp521r1", 3],
  ["secp256k1", 8],
]);

/** False for a signature that does not verify, malformed ones included, and for a key that is not the algorithm's. */
export function verifySignature(
  algorithm: Algorithm,
  key: KeyObject,
  data: Uint8Array,
  signature: Uint8Array,
  encoding: "der" | "ieee-p1363" = "der",
): boolean {
  if (!fits(algorithm, key)) return false;
  try {
    if (algorithm.kty === 1) return verify(null, data, key, signature);
    if (algorithm.kty === 2) return verify(algorithm.hash, data, { key, dsaEncoding: encoding }, signature);
    const padding = algorithm.pss
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : { padding: constants.RSA_PKCS1_PADDING };
    return verify(algorithm.hash, data, { key, ...padding }, signature);
  } catch {
    return false;
  }
}

/**
 * The same by COSE identifier, as statements carry it.
 * @throws Error for an algorithm that is not known, or whose digest can be forged; TPMs alone were made with SHA-1
 */
export function verifyStatementSignature(
  alg: unknown,
  key: KeyObject,
  data: Uint8Array,
  signature: Uint8Array,
  { sha1 = false } = {},
): boolean {
  const algorithm = findAlgorithm(alg);
  if (!algorithm || (algorithm.hash === "sha1" && !sha1)) throw new Error("alg is missing or unknown");
  return verifySignature(algorithm, key, data, signature);
}

function fits({ kty, crv }: Algorithm, key: KeyObject): boolean {
  switch (key.asymmetricKeyType) {
    case "rsa":
      return kty === 3;
    case "ec":
      return kty === 2 && jwkCurves.get(key.asymmetricKeyDetails?.namedCurve ?? "") === crv;
    case "ed25519":
      return kty === 1 && crv === 6;
    case "ed448":
      return kty === 1 && crv === 7;
    default:
      return false;
  }
}

/** A new passkey's COSE_Key must be one that can verify later: offered, of the right curve, and sound. */
import { findAlgorithm } from "./algorithms.ts";
import { importCoseKey, type PublicKey } from "./attestation/import-cose-key.ts";
import { isEdwardsPoint } from "./attestation/is-edwards-point.ts";
import type { CborMap } from "./attestation/read-cbor.ts";
import { refuse } from "./ceremony-refusal.ts";

const shortestRsaBits = 2048;
/** Verification grows with the square of the length; nothing that people use is longer. */
const longestRsaBits = 8192;

/**
 * The key, ready to verify with.
 * @throws DomainError INVALID_ATTESTATION for what was not offered, mixes curve and algorithm, or is no key at all.
 */
export function checkPublicKey(coseKey: CborMap, offered: readonly number[]): PublicKey {
  const algorithm = findAlgorithm(coseKey.get(3));
  if (!algorithm || !offered.includes(algorithm.id)) throw refuse("INVALID_ATTESTATION", "algorithm");
  let key: PublicKey;
  try {
    key = importCoseKey(coseKey);
  } catch (cause) {
    throw refuse("INVALID_ATTESTATION", "public_key", { cause });
  }
  if (!isSound(key, coseKey)) throw refuse("INVALID_ATTESTATION", "public_key");
  return key;
}

/** What importing does not ask: a passkey must be able to sign, and nobody else in its place. */
function isSound({ keyObject }: PublicKey, coseKey: CborMap): boolean {
  const { modulusLength, publicExponent } = keyObject.asymmetricKeyDetails ?? {};
  const first = coseKey.get(-1);
  const second = coseKey.get(-2);
  const type = keyObject.asymmetricKeyType;
  if (type === "ed25519" || type === "ed448")
    return second instanceof Uint8Array && isEdwardsPoint(type, second);
  if (modulusLength === undefined || publicExponent === undefined) return true;
  const isOdd = first instanceof Uint8Array && ((first.at(-1) ?? 0) & 1) === 1;
  // With the exponent 1 every message is its own signature.
  return (
    isOdd &&
    modulusLength >= shortestRsaBits &&
    modulusLength <= longestRsaBits &&
    publicExponent >= 3n &&
    publicExponent % 2n === 1n
  );
}

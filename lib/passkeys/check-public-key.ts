/** A new passkey's COSE_Key must be one that can verify later: offered, of the right curve, and sound. */
import { findAlgorithm } from "./algorithms.ts";
import { importCoseKey, type PublicKey } from "./attestation/import-cose-key.ts";
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
  const { modulusLength, publicExponent } = key.keyObject.asymmetricKeyDetails ?? {};
  if (modulusLength !== undefined && (modulusLength < shortestRsaBits || modulusLength > longestRsaBits))
    throw refuse("INVALID_ATTESTATION", "public_key");
  // With the exponent 1 every message is its own signature.
  if (publicExponent !== undefined && (publicExponent < 3n || publicExponent % 2n === 0n))
    throw refuse("INVALID_ATTESTATION", "public_key");
  return key;
}

/** A new passkey's COSE_Key must be one that can verify later: offered, of the right curve, and sound. */
import { createPublicKey, type JsonWebKeyInput } from "node:crypto";
import { decodeCredentialPublicKey } from "@simplewebauthn/server/helpers";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { algorithms } from "./algorithms.ts";
import { refuse } from "./ceremony-refusal.ts";

/** COSE_Key labels (RFC 9053 section 7). Labels -1 to -3 mean other things for other key types. */
const labels = { kty: 1, alg: 3, crvOrN: -1, xOrE: -2, y: -3 } as const;
const curveNames = new Map([
  [1, "P-256"],
  [2, "P-384"],
  [3, "P-521"],
]);
const shortestRsaBits = 2048;
/** Verification grows with the square of the length; nothing that people use is longer. */
const longestRsaBits = 8192;

/**
 * The COSE algorithm of the key.
 * @throws DomainError INVALID_ATTESTATION for what was not offered, mixes curve and algorithm, or is no key at all.
 */
export function checkPublicKey(publicKey: Uint8Array<ArrayBuffer>, offered: readonly number[]): number {
  try {
    const key: ReadonlyMap<number, unknown> = decodeCredentialPublicKey(publicKey) as never;
    const algorithm = algorithms.find(({ id }) => id === key.get(labels.alg) && offered.includes(id));
    if (!algorithm || key.get(labels.kty) !== algorithm.kty) throw new Error("algorithm not offered");
    if (algorithm.crv !== undefined && key.get(labels.crvOrN) !== algorithm.crv)
      throw new Error("curve does not belong to the algorithm");
    const imported = createPublicKey({ key: toJwk(key), format: "jwk" } as JsonWebKeyInput);
    const bits = imported.asymmetricKeyDetails?.modulusLength;
    if (bits !== undefined && (bits < shortestRsaBits || bits > longestRsaBits))
      throw new Error("RSA modulus too short or too long");
    return algorithm.id;
  } catch (cause) {
    throw refuse("INVALID_ATTESTATION", "public_key", { cause });
  }
}

/** Importing proves that a point lies on its curve: a key that cannot be imported could never sign in. */
function toJwk(key: ReadonlyMap<number, unknown>): Record<string, string> {
  const text = (label: number): string => {
    const value = key.get(label);
    if (!(value instanceof Uint8Array)) throw new Error("key parameter is missing");
    return encodeBase64url(value);
  };
  switch (key.get(labels.kty)) {
    case 1:
      return { kty: "OKP", crv: "Ed25519", x: text(labels.xOrE) };
    case 2:
      return {
        kty: "EC",
        crv: curveNames.get(Number(key.get(labels.crvOrN))) ?? "",
        x: text(labels.xOrE),
        y: text(labels.y),
      };
    default:
      return { kty: "RSA", n: text(labels.crvOrN), e: text(labels.xOrE) };
  }
}

/** COSE_Key (RFC 9052 section 7, RFC 9053, RFC 8230) → a key that verifies. */
import { createPublicKey, type JsonWebKeyInput, type KeyObject } from "node:crypto";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { type Algorithm, findAlgorithm } from "../algorithms.ts";
import { type CborMap, isCborMap, readCbor } from "./read-cbor.ts";

export interface PublicKey {
  readonly algorithm: Algorithm;
  readonly keyObject: KeyObject;
}

/** Labels -1 to -3 mean other things for other key types. */
const labels = { kty: 1, alg: 3, crvOrN: -1, xOrE: -2, y: -3 } as const;

interface Curve {
  readonly jwk: string;
  readonly bytes: number;
}

const curves: ReadonlyMap<number, Curve> = new Map([
  [1, { jwk: "P-256", bytes: 32 }],
  [2, { jwk: "P-384", bytes: 48 }],
  [3, { jwk: "P-521", bytes: 66 }],
  [6, { jwk: "Ed25519", bytes: 32 }],
  [7, { jwk: "Ed448", bytes: 57 }],
  [8, { jwk: "secp256k1", bytes: 32 }],
]);

/** @throws Error for bytes that are no COSE_Key, see importCoseKey */
export function decodeCoseKey(bytes: Uint8Array): PublicKey {
  const key = readCbor(bytes);
  if (!isCborMap(key)) throw new Error("the key is no map");
  return importCoseKey(key);
}

/**
 * Importing proves that a point lies on its elliptic curve: a key that cannot be imported could never sign in. Of Edwards
 * curves it proves nothing; a new passkey's key is asked by isEdwardsPoint.
 * @throws Error for an unknown algorithm, a key type or curve that is not the algorithm's, or parameters of wrong size
 */
export function importCoseKey(key: CborMap): PublicKey {
  const algorithm = findAlgorithm(key.get(labels.alg));
  if (!algorithm || key.get(labels.kty) !== algorithm.kty) throw new Error("unknown key type or algorithm");
  if (algorithm.crv !== undefined && key.get(labels.crvOrN) !== algorithm.crv)
    throw new Error("the curve does not belong to the algorithm");
  const jwk = toJwk(key, algorithm);
  return { algorithm, keyObject: createPublicKey({ key: jwk, format: "jwk" } as JsonWebKeyInput) };
}

function toJwk(key: CborMap, { kty, crv }: Algorithm): Record<string, string> {
  if (crv === undefined)
    return { kty: "RSA", n: parameter(key, labels.crvOrN), e: parameter(key, labels.xOrE) };
  const curve = curves.get(crv);
  if (!curve) throw new Error("unknown curve");
  const x = parameter(key, labels.xOrE, curve.bytes);
  if (kty === 1) return { kty: "OKP", crv: curve.jwk, x };
  // A boolean here would be a compressed point, which WebAuthn does not allow (Level 3 section 5.8.5).
  return { kty: "EC", crv: curve.jwk, x, y: parameter(key, labels.y, curve.bytes) };
}

function parameter(key: CborMap, label: number, bytes?: number): string {
  const value = key.get(label);
  if (!(value instanceof Uint8Array) || (bytes !== undefined && value.length !== bytes))
    throw new Error("a key parameter is missing or of the wrong size");
  return encodeBase64url(value);
}

/** Key pairs as authenticators make them: a COSE_Key to hand out, and a way to sign. */
import { constants, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type Cbor, encodeCbor } from "./cbor.ts";

/** COSE algorithm identifiers that the software authenticator can make; the server offers fewer. */
export type CoseAlgorithm =
  | -7 // ES256
  | -8 // EdDSA, with Ed25519
  | -35 // ES384
  | -36 // ES512
  | -37 // PS256
  | -38 // PS384
  | -39 // PS512
  | -47 // ES256K
  | -53 // Ed448
  | -257 // RS256
  | -258 // RS384
  | -259 // RS512
  | -65535; // RS1

export interface CredentialKeyPair {
  readonly algorithm: CoseAlgorithm;
  /** COSE_Key, encoded. */
  readonly publicKey: Uint8Array;
  readonly publicKeyObject: KeyObject;
  readonly privateKeyObject: KeyObject;
  sign(data: Uint8Array): Uint8Array;
}

const ellipticCurves = {
  [-7]: { name: "P-256", cose: 1, hash: "sha256" },
  [-35]: { name: "P-384", cose: 2, hash: "sha384" },
  [-36]: { name: "P-521", cose: 3, hash: "sha512" },
  [-47]: { name: "secp256k1", cose: 8, hash: "sha256" },
} as const;

const edwardsCurves = {
  [-8]: { name: "ed25519", cose: 6 },
  [-53]: { name: "ed448", cose: 7 },
} as const;

const rsaSchemes = {
  [-37]: { hash: "sha256", saltLength: 32 },
  [-38]: { hash: "sha384", saltLength: 48 },
  [-39]: { hash: "sha512", saltLength: 64 },
  [-257]: { hash: "sha256" },
  [-258]: { hash: "sha384" },
  [-259]: { hash: "sha512" },
  [-65535]: { hash: "sha1" },
} as const;

/** The digest that an algorithm signs over; EdDSA has one of its own. */
export function hashOf(algorithm: CoseAlgorithm): "sha1" | "sha256" | "sha384" | "sha512" {
  if (algorithm === -8 || algorithm === -53) return "sha512";
  return algorithm in ellipticCurves
    ? ellipticCurves[algorithm as keyof typeof ellipticCurves].hash
    : rsaSchemes[algorithm as keyof typeof rsaSchemes].hash;
}

/** `rsaBits` is for RSA alone. */
export function makeKeyPair(algorithm: CoseAlgorithm, rsaBits = 2048): CredentialKeyPair {
  if (algorithm === -8 || algorithm === -53) return makeEdwardsKey(algorithm);
  if (algorithm === -7 || algorithm === -35 || algorithm === -36 || algorithm === -47)
    return makeEllipticKey(algorithm);
  return makeRsaKey(algorithm, rsaBits);
}

function makeEdwardsKey(algorithm: keyof typeof edwardsCurves): CredentialKeyPair {
  const { name, cose: curve } = edwardsCurves[algorithm];
  const { publicKey, privateKey } =
    name === "ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("ed448");
  const cose = new Map<number, Cbor>([
    [1, 1],
    [3, algorithm],
    [-1, curve],
    [-2, jwkBytes(publicKey, "x")],
  ]);
  return {
    algorithm,
    publicKey: encodeCbor(cose),
    publicKeyObject: publicKey,
    privateKeyObject: privateKey,
    sign: (data) => sign(null, data, privateKey),
  };
}

function makeEllipticKey(algorithm: keyof typeof ellipticCurves): CredentialKeyPair {
  const { name, cose: curve, hash } = ellipticCurves[algorithm];
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: name });
  const cose = new Map<number, Cbor>([
    [1, 2],
    [3, algorithm],
    [-1, curve],
    [-2, jwkBytes(publicKey, "x")],
    [-3, jwkBytes(publicKey, "y")],
  ]);
  return {
    algorithm,
    publicKey: encodeCbor(cose),
    publicKeyObject: publicKey,
    privateKeyObject: privateKey,
    sign: (data) => sign(hash, data, privateKey),
  };
}

function makeRsaKey(algorithm: keyof typeof rsaSchemes, modulusLength: number): CredentialKeyPair {
  const scheme: { readonly hash: string; readonly saltLength?: number } = rsaSchemes[algorithm];
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength });
  const cose = new Map<number, Cbor>([
    [1, 3],
    [3, algorithm],
    [-1, jwkBytes(publicKey, "n")],
    [-2, jwkBytes(publicKey, "e")],
  ]);
  const padding =
    scheme.saltLength === undefined
      ? { padding: constants.RSA_PKCS1_PADDING }
      : { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength };
  return {
    algorithm,
    publicKey: encodeCbor(cose),
    publicKeyObject: publicKey,
    privateKeyObject: privateKey,
    sign: (data) => sign(scheme.hash, data, { key: privateKey, ...padding }),
  };
}

/** A member of the key's JWK, as the bytes that it stands for. */
export function jwkBytes(key: KeyObject, member: "x" | "y" | "n" | "e"): Uint8Array {
  const value = key.export({ format: "jwk" })[member];
  if (typeof value !== "string") throw new Error(`the key has no member ${member}`);
  return new Uint8Array(Buffer.from(value, "base64url"));
}

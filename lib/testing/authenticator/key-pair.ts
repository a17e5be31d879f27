/** Credential key pairs as authenticators make them: a COSE_Key to hand out, and a way to sign. */
import { constants, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type Cbor, encodeCbor } from "./cbor.ts";

/** COSE algorithm identifiers that the software authenticator can make. */
export type CoseAlgorithm = -7 | -8 | -35 | -36 | -37 | -257;

export interface CredentialKeyPair {
  readonly algorithm: CoseAlgorithm;
  /** COSE_Key, encoded. */
  readonly publicKey: Uint8Array;
  sign(data: Uint8Array): Uint8Array;
}

const curves = {
  [-7]: { name: "P-256", cose: 1, hash: "sha256" },
  [-35]: { name: "P-384", cose: 2, hash: "sha384" },
  [-36]: { name: "P-521", cose: 3, hash: "sha512" },
} as const;

export function makeKeyPair(algorithm: CoseAlgorithm): CredentialKeyPair {
  switch (algorithm) {
    case -8: {
      const { publicKey, privateKey } = generateKeyPairSync("ed25519");
      const cose = new Map<number, Cbor>([
        [1, 1],
        [3, -8],
        [-1, 6],
        [-2, jwkBytes(publicKey, "x")],
      ]);
      return { algorithm, publicKey: encodeCbor(cose), sign: (data) => sign(null, data, privateKey) };
    }
    case -37:
    case -257: {
      const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
      const cose = new Map<number, Cbor>([
        [1, 3],
        [3, algorithm],
        [-1, jwkBytes(publicKey, "n")],
        [-2, jwkBytes(publicKey, "e")],
      ]);
      const padding =
        algorithm === -37
          ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
          : { padding: constants.RSA_PKCS1_PADDING };
      return {
        algorithm,
        publicKey: encodeCbor(cose),
        sign: (data) => sign("sha256", data, { key: privateKey, ...padding }),
      };
    }
    default: {
      const { name, cose: curve, hash } = curves[algorithm];
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: name });
      const cose = new Map<number, Cbor>([
        [1, 2],
        [3, algorithm],
        [-1, curve],
        [-2, jwkBytes(publicKey, "x")],
        [-3, jwkBytes(publicKey, "y")],
      ]);
      return { algorithm, publicKey: encodeCbor(cose), sign: (data) => sign(hash, data, privateKey) };
    }
  }
}

function jwkBytes(key: KeyObject, member: "x" | "y" | "n" | "e"): Uint8Array {
  const value = key.export({ format: "jwk" })[member];
  if (typeof value !== "string") throw new Error(`the key has no member ${member}`);
  return new Uint8Array(Buffer.from(value, "base64url"));
}

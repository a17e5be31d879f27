/** Makes a key pair and seals its private half. */
import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { calculateJwkThumbprint, type JWK } from "jose";
import { type Keyring, seal } from "#lib/crypto/keyring.ts";
import { type PublicJwk, publicJwkSchema, type SigningAlgorithm } from "./schema.ts";

/** At the size that RFC 7518 section 3.3 asks for. */
const modulusLength = 2048;

/** What is stored of a new key, but for its state. */
export interface NewSigningKey {
  readonly kid: string;
  readonly algorithm: SigningAlgorithm;
  readonly privateJwk: Uint8Array;
  readonly publicJwk: PublicJwk;
}

/** The kid is the key's own thumbprint (RFC 7638), so it cannot collide. */
export async function makeSigningKey(keyring: Keyring, algorithm: SigningAlgorithm): Promise<NewSigningKey> {
  const { privateKey, publicKey } = await generate(algorithm);
  const jwk = publicKey.export({ format: "jwk" }) as JWK;
  const kid = await calculateJwkThumbprint(jwk);
  const privateJwk = Buffer.from(JSON.stringify(privateKey.export({ format: "jwk" })));
  return {
    kid,
    algorithm,
    privateJwk: seal(keyring, privateJwk, associatedData(kid)),
    publicJwk: publicJwkSchema.parse({ ...jwk, kid, alg: algorithm, use: "sig" }),
  };
}

function generate(algorithm: SigningAlgorithm) {
  switch (algorithm) {
    case "RS256":
      return promisify(generateKeyPair)("rsa", { modulusLength });
    case "ES256":
      return promisify(generateKeyPair)("ec", { namedCurve: "P-256" });
    case "EdDSA":
      return promisify(generateKeyPair)("ed25519");
  }
}

/** Binds the sealed private half to its row. */
export function associatedData(kid: string): string {
  return `signing-key/${kid}`;
}

/** Makes an RSA key pair and seals its private half. */
import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { calculateJwkThumbprint } from "jose";
import type { signingKeys } from "#drizzle/schema/signing-keys.ts";
import { type Keyring, seal } from "#lib/crypto/keyring.ts";
import { publicJwkSchema } from "./schema.ts";

/** What every relying party understands (OIDC Core section 15.1), at the size that RFC 7518 section 3.3 asks for. */
const modulusLength = 2048;

/** An RS256 row in state `active`. The kid is the key's own thumbprint (RFC 7638), so it cannot collide. */
export async function makeSigningKey(keyring: Keyring, now: Date): Promise<typeof signingKeys.$inferInsert> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)("rsa", { modulusLength });
  const { kty, n, e } = publicKey.export({ format: "jwk" });
  const kid = await calculateJwkThumbprint({ kty: String(kty), n: String(n), e: String(e) });
  const privateJwk = Buffer.from(JSON.stringify(privateKey.export({ format: "jwk" })));
  return {
    kid,
    algorithm: "RS256",
    privateJwk: seal(keyring, privateJwk, associatedData(kid)),
    publicJwk: publicJwkSchema.parse({ kty, n, e, kid, alg: "RS256", use: "sig" }),
    state: "active",
    createdAt: now,
    activatedAt: now,
  };
}

/** Binds the sealed private half to its row. */
export function associatedData(kid: string): string {
  return `signing-key/${kid}`;
}

/** Keys of relying apps, and what apps sign with them. */
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose";
import { randomSecret } from "#lib/crypto/random.ts";

export type TestAlgorithm = "RS256" | "PS256" | "ES256" | "EdDSA";

export interface ClientKey {
  readonly alg: TestAlgorithm;
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: { readonly kty: string; readonly [name: string]: unknown };
}

export function makeClientKey(alg: TestAlgorithm = "ES256", kid = randomSecret().slice(0, 8)): ClientKey {
  const { privateKey, publicKey } =
    alg === "ES256"
      ? generateKeyPairSync("ec", { namedCurve: "P-256" })
      : alg === "EdDSA"
        ? generateKeyPairSync("ed25519")
        : generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = publicKey.export({ format: "jwk" });
  return { alg, kid, privateKey, publicJwk: { ...jwk, kty: String(jwk.kty), kid } };
}

/** A JWT signed by `key`; `header` overrides. */
export function signByClient(
  key: Pick<ClientKey, "alg" | "kid" | "privateKey">,
  payload: JWTPayload,
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, ...header })
    .sign(key.privateKey, { crit: Object.fromEntries((header.crit ?? []).map((name) => [name, true])) });
}

/** What a client assertion says (RFC 7523 section 3); `undefined` leaves a claim out. */
export function assertionClaims(
  clientId: string,
  now: Date,
  overrides: Readonly<Record<string, unknown>> = {},
): JWTPayload {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const claims = {
    iss: clientId,
    sub: clientId,
    aud: "https://id.example.com",
    iat: issuedAt,
    exp: issuedAt + 60,
    jti: randomSecret(),
    ...overrides,
  };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

/** DPoP proofs (RFC 9449) as an app makes them. */
import { calculateJwkThumbprint, type JWTHeaderParameters, SignJWT } from "jose";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import { currentDpopNonce } from "#lib/oidc/dpop/dpop-nonce.ts";
import type { ClientKey } from "./client-key.ts";

export interface ProofWishes {
  readonly accessToken?: string;
  /** Override or, as `undefined`, leave out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

export const tokenEndpoint = "https://id.example.com/oauth/token";

/** A proof for `POST` to the token endpoint with the present nonce, unless `claims` say otherwise. */
export function makeDpopProof(
  ctx: Pick<Context, "keyring" | "now">,
  { alg, privateKey, publicJwk }: ClientKey,
  { accessToken, claims = {}, header = {} }: ProofWishes = {},
): Promise<string> {
  const payload = without({
    htm: "POST",
    htu: tokenEndpoint,
    iat: Math.floor(ctx.now.getTime() / 1000),
    jti: randomSecret(),
    nonce: currentDpopNonce(ctx),
    ath: accessToken === undefined ? undefined : Buffer.from(sha256(accessToken)).toString("base64url"),
    ...claims,
  });
  const { kid: _, ...jwk } = publicJwk;
  const protectedHeader = without({ typ: "dpop+jwt", alg, jwk, ...header });
  return new SignJWT(payload)
    .setProtectedHeader(protectedHeader as unknown as JWTHeaderParameters)
    .sign(privateKey);
}

export function thumbprintOf({ publicJwk }: ClientKey): Promise<string> {
  return calculateJwkThumbprint(publicJwk);
}

function without(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** What apps sign: client assertions (RFC 7523), request objects (RFC 9101), and DPoP proofs (RFC 9449). */
import { createHash, randomBytes } from "node:crypto";
import { SignJWT } from "jose";
import type { ClientKey } from "#lib/testing/client-key.ts";
import type { Wishes } from "./flow.ts";
import type { App, Issuer } from "./issuer.ts";

type Overrides = Readonly<Record<string, unknown>>;

const secondsNow = () => Math.floor(Date.now() / 1000);
const withoutUndefined = (values: Overrides): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** A JWT of `key`; `undefined` leaves a claim or a header out. */
export function sign(key: ClientKey, claims: Overrides, header: Overrides = {}): Promise<string> {
  return new SignJWT(withoutUndefined(claims))
    .setProtectedHeader({ alg: key.alg, ...withoutUndefined({ kid: key.kid, ...header }) })
    .sign(key.privateKey);
}

/** The parameters of private_key_jwt. */
export async function assertion(
  issuer: Issuer,
  app: Pick<App, "clientId">,
  key: ClientKey,
  claims: Overrides = {},
  header: Overrides = {},
): Promise<Wishes> {
  const jwt = await sign(
    key,
    {
      iss: app.clientId,
      sub: app.clientId,
      aud: issuer.address,
      iat: secondsNow(),
      exp: secondsNow() + 60,
      jti: randomBytes(16).toString("base64url"),
      ...claims,
    },
    header,
  );
  return {
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: jwt,
  };
}

/** A request object with the parameters of a request, for this issuer, for a minute. */
export function requestObject(
  issuer: Issuer,
  app: Pick<App, "clientId">,
  key: ClientKey,
  parameters: Overrides,
  header: Overrides = {},
): Promise<string> {
  const claims = {
    iss: app.clientId,
    aud: issuer.address,
    client_id: app.clientId,
    iat: secondsNow(),
    nbf: secondsNow() - 5,
    exp: secondsNow() + 60,
    ...parameters,
  };
  return sign(key, claims, { typ: "oauth-authz-req+jwt", ...header });
}

export interface ProofWishes {
  readonly method?: string;
  readonly nonce?: string | undefined;
  readonly accessToken?: string;
  readonly claims?: Overrides;
  readonly header?: Overrides;
}

/** A DPoP proof for an address. */
export function proof(key: ClientKey, url: string, wishes: ProofWishes = {}): Promise<string> {
  const { kid: _, ...jwk } = key.publicJwk;
  const { accessToken, nonce } = wishes;
  const ath = accessToken && createHash("sha256").update(accessToken).digest("base64url");
  const claims = {
    htm: wishes.method ?? "POST",
    htu: url,
    iat: secondsNow(),
    jti: randomBytes(16).toString("base64url"),
    nonce,
    ath,
    ...wishes.claims,
  };
  return sign(key, claims, { typ: "dpop+jwt", kid: undefined, jwk, ...wishes.header });
}

/** Calls with a proof, and once more with the nonce where one was demanded, as RFC 9449 section 8 says. */
export async function withProof(
  key: ClientKey,
  url: string,
  call: (headers: Record<string, string>) => Promise<Response>,
  wishes: ProofWishes = {},
): Promise<Response> {
  const first = await call({ dpop: await proof(key, url, wishes) });
  const nonce = first.headers.get("dpop-nonce");
  if (nonce === null || first.status < 400) return first;
  return call({ dpop: await proof(key, url, { ...wishes, nonce }) });
}

/** Key pairs of relying apps, and the JWTs that they sign, for tests. */
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

export interface ClientKey {
  readonly alg: string;
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK & { readonly kty: string };
}

export async function makeClientKey(alg: string, kid = `key-${alg}`): Promise<ClientKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const { kty = "", ...members } = await exportJWK(publicKey);
  return { alg, kid, privateKey, publicJwk: { ...members, kty, kid, alg, use: "sig" } };
}

/** A compact JWS over `payload`; `header` adds to and overrides what the key says. */
export function signAs(
  key: ClientKey,
  payload: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return new SignJWT({ ...payload })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, ...header })
    .sign(key.privateKey, Array.isArray(header.crit) ? { crit: { [String(header.crit[0])]: true } } : {});
}

/** What no key signed. */
export function unsigned(payload: Readonly<Record<string, unknown>>, alg = "none"): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${encode({ alg })}.${encode(payload)}.`;
}

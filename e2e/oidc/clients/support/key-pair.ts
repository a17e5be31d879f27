/** Keys as libraries of relying apps hold them, and the half that is registered. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";

export interface AppKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwks: { readonly keys: { readonly kty: string; readonly [name: string]: unknown }[] };
}

export async function makeAppKey(alg: "ES256" | "PS256" = "ES256"): Promise<AppKey> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const { kty = "", ...jwk } = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint({ kty, ...jwk });
  return { kid, privateKey, jwks: { keys: [{ kty, ...jwk, kid, alg, use: "sig" }] } };
}

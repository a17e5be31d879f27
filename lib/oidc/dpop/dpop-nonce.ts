/** Nonces for DPoP proofs (RFC 9449 section 8): a proof made ahead of time, or kept, is worth nothing later. */
import { createHmac } from "node:crypto";
import type { Context } from "#lib/context/context.ts";
import { decodeBase64url, encodeBase64url } from "#lib/crypto/base64url.ts";
import { constantTimeEqual } from "#lib/crypto/hash.ts";
import { deriveKey, type EncryptionKey } from "#lib/crypto/keyring.ts";

/** A nonce is good in its window and the next one: five to ten minutes. */
const windowMs = 5 * 60_000;
const macBytes = 16;

type NonceContext = Pick<Context, "keyring" | "now">;

/** The present one. Nothing is stored: every instance with the same key file makes and knows the same. */
export function currentDpopNonce({ keyring, now }: NonceContext): string {
  return encodeBase64url(nonceOf(keyring.keys[0], windowOf(now)));
}

export function isGoodDpopNonce({ keyring, now }: NonceContext, nonce: string): boolean {
  const bytes = decodeBase64url(nonce);
  if (bytes === undefined) return false;
  const present = windowOf(now);
  return keyring.keys.some((key) =>
    // The next one too: another instance's clock may be a little ahead.
    [present - 1, present, present + 1].some((window) => constantTimeEqual(nonceOf(key, window), bytes)),
  );
}

function windowOf(now: Date): number {
  return Math.floor(now.getTime() / windowMs);
}

function nonceOf(key: EncryptionKey, window: number): Uint8Array {
  return createHmac("sha256", nonceKey(key)).update(`${window}`).digest().subarray(0, macBytes);
}

const nonceKeys = new WeakMap<EncryptionKey, Uint8Array>();

function nonceKey(key: EncryptionKey): Uint8Array {
  const known = nonceKeys.get(key) ?? deriveKey(key, "dpop-nonce");
  nonceKeys.set(key, known);
  return known;
}

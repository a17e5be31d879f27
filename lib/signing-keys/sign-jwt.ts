/** Signs a JWT with the issuer's active key of an algorithm. */
import { type SignKeyObjectInput, sign } from "node:crypto";
import { promisify } from "node:util";
import type { JWTPayload } from "jose";
import { DomainError } from "#lib/errors/domain-error.ts";
import { longestJwtLifetimeSeconds } from "./key-times.ts";
import { loadSigningKeys } from "./load-signing-keys.ts";
import type { SigningAlgorithm } from "./schema.ts";
import type { KeyRuntime, Signer } from "./signing-key-set.ts";

export interface JwtHeader {
  readonly alg: SigningAlgorithm;
  /** `JWT` unless the kind has a type of its own (RFC 8725 section 3.11), such as `at+jwt`. */
  readonly typ?: string;
}

/**
 * A compact JWS (RFC 7515 section 7.1) with `alg`, `typ` and `kid` in its header.
 * @throws DomainError SERVICE_UNAVAILABLE while the first key of an algorithm is published and does not sign yet
 */
export async function signJwt(
  runtime: KeyRuntime,
  payload: JWTPayload,
  { alg, typ = "JWT" }: JwtHeader,
): Promise<string> {
  checkLifetime(payload);
  const signer = (await loadSigningKeys(runtime)).signers.get(alg);
  if (!signer)
    throw new DomainError("SERVICE_UNAVAILABLE", {
      words: { key: "keyNotYetSigning", values: { alg } },
      retryAfterSeconds: 60,
    });
  const input = `${encode({ alg, typ, kid: signer.kid })}.${encode(payload)}`;
  return `${input}.${(await signText(alg, signer, input)).toString("base64url")}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

const signOnPool = promisify(
  (
    hash: string | null,
    data: Buffer,
    key: SignKeyObjectInput,
    done: (error: Error | null, signature: Buffer) => void,
  ) => sign(hash, data, key, done),
);

/**
 * By node:crypto on its thread pool: the token endpoint waits for little else, and this takes half as long as by
 * WebCrypto. RFC 7518 sections 3.3 and 3.4 (r and s side by side, not DER), RFC 8037 section 3.1.
 */
function signText(alg: SigningAlgorithm, { privateKey }: Signer, text: string): Promise<Buffer> {
  const key: SignKeyObjectInput = { key: privateKey, dsaEncoding: "ieee-p1363" };
  return signOnPool(alg === "EdDSA" ? null : "sha256", Buffer.from(text), key);
}

/** A key stays published for as long as what it signed may live, and no longer. */
function checkLifetime({ exp, iat }: JWTPayload): void {
  if (exp !== undefined && iat !== undefined && exp - iat > longestJwtLifetimeSeconds)
    throw new Error(`a JWT lives ${longestJwtLifetimeSeconds} seconds at most`);
}

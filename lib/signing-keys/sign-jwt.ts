/** Signs a JWT with the issuer's active key of an algorithm. */
import { type JWTPayload, SignJWT } from "jose";
import { DomainError } from "#lib/errors/domain-error.ts";
import { longestJwtLifetimeSeconds } from "./key-times.ts";
import { loadSigningKeys } from "./load-signing-keys.ts";
import type { SigningAlgorithm } from "./schema.ts";
import type { KeyRuntime } from "./signing-key-set.ts";

export interface JwtHeader {
  readonly alg: SigningAlgorithm;
  /** `JWT` unless the kind has a type of its own (RFC 8725 section 3.11), such as `at+jwt`. */
  readonly typ?: string;
}

/**
 * A compact JWS with `alg`, `typ` and `kid` in its header.
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
      message: `The ${alg} key has been published just now and signs in a few minutes. Try again then.`,
      retryAfterSeconds: 60,
    });
  return new SignJWT(payload).setProtectedHeader({ alg, typ, kid: signer.kid }).sign(signer.privateKey);
}

/** A key stays published for as long as what it signed may live, and no longer. */
function checkLifetime({ exp, iat }: JWTPayload): void {
  if (exp !== undefined && iat !== undefined && exp - iat > longestJwtLifetimeSeconds)
    throw new Error(`a JWT lives ${longestJwtLifetimeSeconds} seconds at most`);
}

/** The ID Token (OIDC Core section 2): who signed in, when and how, for one app. */
import type { Context } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { signJwt } from "#lib/signing-keys/sign-jwt.ts";
import { type Person, readPersonClaims } from "../claims/read-person-claims.ts";
import type { ClaimsRequest } from "../claims/schema.ts";
import { idTokenLifetimeSeconds } from "./lifetimes.ts";

export interface IdTokenInput {
  readonly person: Person;
  readonly clientId: string;
  readonly sessionId: string;
  readonly authTime: Date;
  readonly acr: string;
  readonly amr: readonly string[];
  readonly nonce: string | null;
  readonly claims: ClaimsRequest | undefined;
  readonly accessToken: string;
}

/** Claims of the person only where the `claims` parameter asked for them here; apps read the rest at userinfo. */
export function signIdToken(ctx: Context, input: IdTokenInput): Promise<string> {
  const issuedAt = Math.floor(ctx.now.getTime() / 1000);
  return signJwt(ctx, {
    ...readPersonClaims(input.person, [], input.claims?.id_token),
    iss: ctx.config.baseUrl,
    aud: input.clientId,
    iat: issuedAt,
    exp: issuedAt + idTokenLifetimeSeconds,
    auth_time: Math.floor(input.authTime.getTime() / 1000),
    ...(input.nonce === null ? {} : { nonce: input.nonce }),
    at_hash: tokenHash(input.accessToken),
    sid: input.sessionId,
    acr: input.acr,
    amr: input.amr,
  });
}

/** OIDC Core section 3.1.3.6: the left half of the hash that the signature uses. */
function tokenHash(token: string): string {
  return encodeBase64url(sha256(token).subarray(0, 16));
}

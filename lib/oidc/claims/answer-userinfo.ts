/** The UserInfo endpoint (OIDC Core section 5.3). */
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { findLiveAccessToken } from "../tokens/store.ts";
import { type PersonClaims, readPersonClaims } from "./read-person-claims.ts";
import { claimsRequestSchema } from "./schema.ts";
import { knownScopes } from "./scopes.ts";

/** @throws OAuthError invalid_token unless the token, its session, its person and its app are all in force */
export async function answerUserinfo(
  ctx: Context,
  accessToken: string,
): Promise<PersonClaims & { sub: string }> {
  const token = await findLiveAccessToken(ctx.db, { tokenHash: sha256(accessToken), now: ctx.now });
  if (!token) throw new OAuthError("invalid_token", "The access token is not valid, or not any more.");
  const claims = token.claims === null ? undefined : claimsRequestSchema.parse(token.claims);
  return readPersonClaims(token.person, knownScopes(token.scopes), claims?.userinfo);
}

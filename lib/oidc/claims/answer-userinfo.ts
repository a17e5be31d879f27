/** The UserInfo endpoint (OIDC Core section 5.3). */
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { subjectOf } from "../subjects/subject-of.ts";
import { checkAuthenticationDemands } from "../tokens/check-authentication-demands.ts";
import { openAccessToken, type PresentedToken } from "../tokens/open-access-token.ts";
import { type PersonClaims, readPersonClaims } from "./read-person-claims.ts";
import { claimsRequestSchema } from "./schema.ts";
import { knownScopes } from "./scopes.ts";
import { signUserinfo } from "./sign-userinfo.ts";

export interface UserinfoAnswer {
  readonly claims: PersonClaims & { readonly sub: string };
  /** The same, signed, where the app registered an algorithm. */
  readonly jwt: string | undefined;
}

/**
 * @throws OAuthError invalid_token unless the token, its session, its person and its app are all in force;
 * insufficient_scope, insufficient_user_authentication
 */
export async function answerUserinfo(ctx: Context, presented: PresentedToken): Promise<UserinfoAnswer> {
  const token = await openAccessToken(ctx, presented);
  const { audience, client, person, scopes } = token;
  // RFC 8707 section 2: a token for resource servers is for those alone, or each of them could come here with it.
  if (audience.length > 0 && !audience.includes(ctx.config.baseUrl))
    throw new OAuthError("invalid_token", "The access token is for another resource.");
  if (!person || !scopes.includes("openid"))
    throw new OAuthError("insufficient_scope", "The access token does not have the scope openid.", {
      scope: "openid",
    });
  checkAuthenticationDemands(token, ctx.now);
  const claims = token.claims === null ? undefined : claimsRequestSchema.parse(token.claims);
  const answer = {
    ...readPersonClaims(person, knownScopes(scopes), claims?.userinfo),
    sub: subjectOf(ctx, client, person.id),
  };
  const { id, userinfoSignedResponseAlg } = client;
  const isSigned = userinfoSignedResponseAlg !== null;
  const jwt = isSigned ? await signUserinfo(ctx, { id, userinfoSignedResponseAlg }, answer) : undefined;
  return { claims: answer, jwt };
}

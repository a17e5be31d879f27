/** The second step of an authorization: the rules of the request, in the order in which they are told. */
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkParameters } from "../parameters.ts";
import type { AuthorizationParameters } from "./authorization-parameters.ts";
import { checkClaims } from "./check-claims.ts";
import { checkIdTokenHint } from "./check-id-token-hint.ts";
import { checkMaxAge } from "./check-max-age.ts";
import { checkPkce } from "./check-pkce.ts";
import { checkPrompt } from "./check-prompt.ts";
import { checkResponse } from "./check-response.ts";
import { checkScope } from "./check-scope.ts";
import { checkUnsupported } from "./check-unsupported.ts";
import type { RedirectTarget } from "./redirect-target.ts";
import type { AuthorizationRequest } from "./schema.ts";

/** @throws OAuthError for the first rule that is broken; it may go to `target`. */
export async function checkAuthorizationRequest(
  ctx: Context,
  target: RedirectTarget,
  parameters: AuthorizationParameters,
): Promise<AuthorizationRequest> {
  const { values } = parameters;
  checkUnsupported(parameters);
  checkParameters(parameters);
  checkResponse(values.response_type, values.response_mode);
  const scopes = checkScope(values.scope);
  const codeChallenge = checkPkce(values.code_challenge, values.code_challenge_method, target.client);
  const prompts = checkPrompt(values.prompt);
  const maxAgeSeconds = checkMaxAge(values.max_age);
  const { claims, subject, requiredAcr } = checkClaims(values.claims);
  const hinted = await checkIdTokenHint(ctx, target.client.id, values.id_token_hint);
  if (subject !== undefined && hinted !== undefined && subject !== hinted)
    throw new OAuthError("invalid_request", "id_token_hint and claims name different people.");
  return {
    redirectUri: target.redirectUri,
    scopes,
    state: target.state,
    nonce: values.nonce,
    codeChallenge,
    prompts,
    maxAgeSeconds,
    loginHint: values.login_hint,
    expectedSubject: hinted ?? subject,
    requiredAcr,
    claims,
  };
}

/** The second step of an authorization: the rules of the request, in the order in which they are told. */
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkParameters } from "../parameters.ts";
import { checkAcrValues } from "./check-acr-values.ts";
import { checkClaims } from "./check-claims.ts";
import { checkDpopKey } from "./check-dpop-key.ts";
import { checkIdTokenHint } from "./check-id-token-hint.ts";
import { checkMaxAge } from "./check-max-age.ts";
import { checkPkce } from "./check-pkce.ts";
import { checkPrompt } from "./check-prompt.ts";
import { checkResource } from "./check-resource.ts";
import { checkResponse } from "./check-response.ts";
import { checkScope } from "./check-scope.ts";
import { checkSource } from "./check-source.ts";
import { checkUnsupported } from "./check-unsupported.ts";
import type { RedirectTarget } from "./redirect-target.ts";
import type { RequestSource } from "./request-source.ts";
import type { AuthorizationRequest } from "./schema.ts";

/** @throws OAuthError for the first rule that is broken; it may go to `target`. */
export async function checkAuthorizationRequest(
  ctx: Context,
  target: RedirectTarget,
  source: RequestSource,
): Promise<AuthorizationRequest> {
  const { parameters } = source;
  const { values, lists } = parameters;
  const { client, redirectUri, state, responseMode } = target;
  checkSource(source, client);
  checkUnsupported(parameters);
  checkParameters(parameters);
  const responseType = checkResponse(values, client, redirectUri);
  const withIdToken = responseType.includes("id_token");
  const scopes = checkScope(values.scope, { allowed: client.scopes, withIdToken });
  const codeChallenge = checkPkce(values, responseType, client);
  const dpopJkt = checkDpopKey(values.dpop_jkt, source.dpopJkt);
  const resources = checkResource(lists.resource, client);
  const prompts = checkPrompt(values.prompt);
  const maxAgeSeconds = checkMaxAge(values.max_age, client);
  const acrValues = checkAcrValues(values.acr_values, client);
  const { claims, subject, requiredAcr } = checkClaims(values.claims);
  const hinted = await checkIdTokenHint(ctx, client.id, values.id_token_hint);
  if (subject !== undefined && hinted !== undefined && subject !== hinted)
    throw new OAuthError("invalid_request", "id_token_hint and claims name different people.");
  return {
    redirectUri,
    responseType,
    responseMode,
    scopes,
    resources,
    state,
    nonce: values.nonce,
    codeChallenge,
    dpopJkt,
    prompts,
    maxAgeSeconds,
    loginHint: values.login_hint,
    expectedSubject: hinted ?? subject,
    requiredAcr,
    acrValues,
    uiLocales: values.ui_locales,
    // What they ask for comes in an ID Token or at userinfo, and plain OAuth has neither.
    claims: scopes.includes("openid") ? claims : undefined,
    reopenableUntil: source.reopening?.until.getTime(),
  };
}

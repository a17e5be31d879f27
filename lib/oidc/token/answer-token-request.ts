/** The token endpoint (RFC 6749 section 3.2). */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { authenticateClient } from "#lib/clients/authenticate-client.ts";
import { readClientCredentials } from "#lib/clients/read-client-credentials.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkParameters, readParameters } from "../parameters.ts";
import { redeemCode, type TokenResponse } from "./redeem-code.ts";
import { type TokenParameters, tokenLimits } from "./token-parameters.ts";

export interface TokenRequest {
  readonly entries: Iterable<readonly [string, string]>;
  /** The `Authorization` header as sent. */
  readonly authorization: string | undefined;
}

/** Parameters, then the client, then the grant. @throws OAuthError */
export async function answerTokenRequest(ctx: Context, request: TokenRequest): Promise<TokenResponse> {
  const parameters = readParameters(request.entries, tokenLimits);
  checkParameters(parameters);
  const credentials = readClientCredentials({
    authorization: request.authorization,
    clientId: parameters.values.client_id,
    clientSecret: parameters.values.client_secret,
  });
  const client = await authenticateClient(ctx, credentials);
  return answerGrant(ctx, client, parameters);
}

function answerGrant(ctx: Context, client: ClientRow, { values }: TokenParameters): Promise<TokenResponse> {
  if (values.grant_type === undefined) throw new OAuthError("invalid_request", "grant_type is missing.");
  if (values.grant_type !== "authorization_code")
    throw new OAuthError("unsupported_grant_type", "The only grant_type supported is authorization_code.");
  if (values.code === undefined) throw new OAuthError("invalid_request", "code is missing.");
  return redeemCode(ctx, client, {
    code: values.code,
    redirectUri: values.redirect_uri,
    codeVerifier: values.code_verifier,
  });
}

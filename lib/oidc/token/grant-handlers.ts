/** The grants of the token endpoint: what each reads from the request, and the operation that answers it. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { deviceCodeGrant, tokenExchangeGrant } from "#lib/clients/schema.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { redeemDeviceCode } from "../device/redeem-device-code.ts";
import type { TokenResponse } from "../tokens/issue-tokens.ts";
import { exchangeToken } from "./exchange-token.ts";
import { grantClientCredentials } from "./grant-client-credentials.ts";
import { redeemCode } from "./redeem-code.ts";
import { redeemRefreshToken } from "./redeem-refresh-token.ts";
import type { TokenParameters } from "./token-parameters.ts";

export interface GrantRequest {
  /** Authenticated, and registered for the grant. */
  readonly client: ClientRow;
  readonly parameters: TokenParameters;
  /** Thumbprint of the key that the request proved to hold (RFC 9449). */
  readonly dpopJkt: string | undefined;
}

export type GrantHandler = (ctx: Context, request: GrantRequest) => Promise<TokenResponse>;

export const grantHandlers: ReadonlyMap<string, GrantHandler> = new Map<string, GrantHandler>([
  ["authorization_code", answerCode],
  ["refresh_token", answerRefreshToken],
  ["client_credentials", answerClientCredentials],
  [deviceCodeGrant, answerDeviceCode],
  [tokenExchangeGrant, answerTokenExchange],
]);

function answerCode(ctx: Context, { client, parameters, dpopJkt }: GrantRequest): Promise<TokenResponse> {
  const { code, redirect_uri: redirectUri, code_verifier: codeVerifier } = parameters.values;
  if (code === undefined) throw new OAuthError("invalid_request", "code is missing.");
  return redeemCode(ctx, client, {
    code,
    redirectUri,
    codeVerifier,
    resources: resourcesOf(parameters),
    dpopJkt,
  });
}

function answerRefreshToken(
  ctx: Context,
  { client, parameters, dpopJkt }: GrantRequest,
): Promise<TokenResponse> {
  const { refresh_token: refreshToken, scope } = parameters.values;
  if (refreshToken === undefined) throw new OAuthError("invalid_request", "refresh_token is missing.");
  return redeemRefreshToken(ctx, client, {
    refreshToken,
    scope,
    resources: resourcesOf(parameters),
    dpopJkt,
  });
}

function answerDeviceCode(
  ctx: Context,
  { client, parameters, dpopJkt }: GrantRequest,
): Promise<TokenResponse> {
  const { device_code: deviceCode } = parameters.values;
  if (deviceCode === undefined) throw new OAuthError("invalid_request", "device_code is missing.");
  return redeemDeviceCode(ctx, client, { deviceCode, resources: resourcesOf(parameters), dpopJkt });
}

function answerClientCredentials(
  ctx: Context,
  { client, parameters, dpopJkt }: GrantRequest,
): Promise<TokenResponse> {
  const { scope } = parameters.values;
  return grantClientCredentials(ctx, client, { scope, resources: resourcesOf(parameters), dpopJkt });
}

/** RFC 8693 section 2.1. */
function answerTokenExchange(
  ctx: Context,
  { client, parameters, dpopJkt }: GrantRequest,
): Promise<TokenResponse> {
  const { values, lists } = parameters;
  if (values.subject_token === undefined || values.subject_token_type === undefined)
    throw new OAuthError("invalid_request", "subject_token or subject_token_type is missing.");
  return exchangeToken(ctx, client, {
    subjectToken: values.subject_token,
    subjectTokenType: values.subject_token_type,
    requestedTokenType: values.requested_token_type,
    hasActorToken: values.actor_token !== undefined,
    scope: values.scope,
    targets: [...resourcesOf(parameters), ...(lists.audience ?? [])],
    dpopJkt,
  });
}

function resourcesOf({ lists }: TokenParameters): readonly string[] {
  return lists.resource ?? [];
}

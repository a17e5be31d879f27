/** The token endpoint (RFC 6749 section 3.2). */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { recordClientError } from "#lib/clients/errors/record-client-error.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { proveClientKey } from "../dpop/prove-client-key.ts";
import { checkParameters } from "../parameters.ts";
import type { TokenResponse } from "../tokens/issue-tokens.ts";
import { authenticateCaller } from "./authenticate-caller.ts";
import { type GrantRequest, grantHandlers } from "./grant-handlers.ts";
import { readTokenParameters } from "./token-parameters.ts";

export interface TokenRequest {
  readonly entries: Iterable<readonly [string, string]>;
  /** The `Authorization` header as sent. */
  readonly authorization: string | undefined;
  /** The `DPoP` header as sent. */
  readonly dpop?: string | undefined;
}

/** Parameters, then the client, then its key, then the grant. @throws OAuthError */
export async function answerTokenRequest(ctx: Context, request: TokenRequest): Promise<TokenResponse> {
  const parameters = readTokenParameters(request.entries);
  checkParameters(parameters);
  const client = await authenticateCaller(ctx, parameters.values, request.authorization);
  try {
    const dpopJkt = await proveKey(ctx, client, request.dpop);
    return await answerGrant(ctx, { client, parameters, dpopJkt });
  } catch (error) {
    if (error instanceof OAuthError) await recordRefusal(ctx, client, error, parameters.values);
    throw error;
  }
}

/** RFC 9449 section 5. @throws OAuthError invalid_dpop_proof, use_dpop_nonce */
async function proveKey(
  ctx: Context,
  client: ClientRow,
  header: string | undefined,
): Promise<string | undefined> {
  if (header !== undefined)
    return await proveClientKey(ctx, client, { header, path: "/oauth/token", requireNonce: true });
  // Section 5.2: the client said of itself that it always sends one. FAPI 2.0 section 5.3.2.1 knows no bearer tokens.
  if (client.dpopBoundAccessTokens || client.securityProfile === "fapi2")
    throw new OAuthError(
      "invalid_dpop_proof",
      "This client is registered for DPoP: the DPoP header is missing.",
    );
  return undefined;
}

/** The grant must be one of those registered for the client (RFC 6749 section 5.2, RFC 7591 section 2). */
async function answerGrant(ctx: Context, request: GrantRequest): Promise<TokenResponse> {
  const { grant_type: grantType } = request.parameters.values;
  if (grantType === undefined) throw new OAuthError("invalid_request", "grant_type is missing.");
  const handler = grantHandlers.get(grantType);
  if (!handler) throw new OAuthError("unsupported_grant_type", "This grant_type is not supported.");
  if (!request.client.grantTypes.includes(grantType))
    throw new OAuthError("unauthorized_client", "This client is not registered for this grant_type.");
  return await handler(ctx, request);
}

/** What every run of an ordinary app meets: no mistake of its developer, and no event of anybody's security. */
const expected: ReadonlySet<string> = new Set([
  "use_dpop_nonce",
  "authorization_pending",
  "slow_down",
  "access_denied",
  "expired_token",
]);

async function recordRefusal(
  ctx: Context,
  client: ClientRow,
  { code, description }: OAuthError,
  values: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  if (expected.has(code)) return;
  const { grant_type: grantType, scope, redirect_uri: redirectUri } = values;
  await recordClientError(ctx, {
    client,
    endpoint: "/oauth/token",
    code,
    explanation: description,
    facts: [
      {
        name: "grant_type",
        ...(grantType === undefined ? {} : { sent: grantType }),
        registered: client.grantTypes,
      },
      ...(scope === undefined ? [] : [{ name: "scope", sent: scope }]),
      ...(redirectUri === undefined ? [] : [{ name: "redirect_uri", sent: redirectUri }]),
    ],
  });
  // The grants write down themselves what they refuse as invalid_grant: they know why.
  if (code === "invalid_grant") return;
  await appendAuditEvent(ctx, ctx.db, {
    action: "token.refused",
    outcome: "failure",
    reason: code,
    actor: { type: "client", clientId: client.id },
    clientId: client.id,
    details: { description },
  });
}

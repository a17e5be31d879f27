/** The client credentials grant (RFC 6749 section 4.4): an app acts for itself, and for no person. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { isSupportedScope } from "../claims/scopes.ts";
import { issueTokens, type TokenResponse } from "../tokens/issue-tokens.ts";
import { tokenTransaction } from "../tokens/token-transaction.ts";
import { narrowGrant } from "./narrow-grant.ts";

export interface ClientCredentialsRequest {
  readonly scope: string | undefined;
  readonly resources: readonly string[];
  /** Thumbprint of the key that the request proved to hold (RFC 9449). */
  readonly dpopJkt: string | undefined;
}

/**
 * No ID Token, and no refresh token (section 4.4.3): the app can ask again at any time.
 * @throws OAuthError unauthorized_client, invalid_scope, invalid_target
 */
export async function grantClientCredentials(
  ctx: Context,
  client: ClientRow,
  { scope, resources, dpopJkt }: ClientCredentialsRequest,
): Promise<TokenResponse> {
  if (client.tokenEndpointAuthMethod === "none")
    throw new OAuthError("unauthorized_client", "This grant is for clients that authenticate.");
  const { resources: audience, scopes } = narrowGrant(
    { scopes: ownScopes(client), resources: client.resources },
    { scope, resources },
    ctx.config.baseUrl,
  );
  return await tokenTransaction(ctx, (tx) =>
    issueTokens(ctx, tx, {
      client,
      grantType: "client_credentials",
      scopes,
      // Those that it may name, not those that it names by saying nothing.
      resources: resources.length === 0 ? [] : audience,
      dpopJkt,
      withIdToken: false,
      withRefreshToken: false,
    }),
  );
}

/** Those registered for it that stand for no claims of a person: without a person they would mean nothing. */
function ownScopes({ scopes }: ClientRow): string[] {
  return (scopes ?? []).filter((scope) => !isSupportedScope(scope));
}

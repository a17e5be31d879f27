/** Proof Key for Code Exchange (RFC 7636), S256 only. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import type { ResponseType } from "./schema.ts";

export interface PkceParameters {
  readonly code_challenge?: string | undefined;
  readonly code_challenge_method?: string | undefined;
}

type PkceClient = Pick<ClientRow, "requirePkce" | "tokenEndpointAuthMethod" | "securityProfile">;

/** The challenge, or undefined where there is no code or the client may do without. @throws OAuthError invalid_request */
export function checkPkce(
  { code_challenge: challenge, code_challenge_method: method }: PkceParameters,
  responseType: ResponseType,
  client: PkceClient,
): string | undefined {
  if (challenge === undefined) {
    if (method !== undefined) throw new OAuthError("invalid_request", "code_challenge is missing.");
    if (responseType.includes("code") && mustProve(client))
      throw new OAuthError("invalid_request", "This client must use PKCE: code_challenge is missing.");
    return undefined;
  }
  // Without a method the RFC means "plain", which protects nothing once the request is seen.
  if (method !== "S256") throw new OAuthError("invalid_request", "code_challenge_method must be S256.");
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge))
    throw new OAuthError("invalid_request", "code_challenge must be 43 characters of base64url.");
  return challenge;
}

function mustProve({ requirePkce, tokenEndpointAuthMethod, securityProfile }: PkceClient): boolean {
  return requirePkce || tokenEndpointAuthMethod === "none" || securityProfile === "fapi2";
}

/** Proof Key for Code Exchange (RFC 7636), S256 only. */
import { OAuthError } from "#lib/errors/oauth-error.ts";

/** The challenge, or undefined where the client may do without. @throws OAuthError invalid_request */
export function checkPkce(
  challenge: string | undefined,
  method: string | undefined,
  client: { readonly requirePkce: boolean; readonly tokenEndpointAuthMethod: string },
): string | undefined {
  if (challenge === undefined) {
    if (method !== undefined) throw new OAuthError("invalid_request", "code_challenge is missing.");
    if (client.requirePkce || client.tokenEndpointAuthMethod === "none")
      throw new OAuthError("invalid_request", "This client must use PKCE: code_challenge is missing.");
    return undefined;
  }
  // Without a method the RFC means "plain", which protects nothing once the request is seen.
  if (method !== "S256") throw new OAuthError("invalid_request", "code_challenge_method must be S256.");
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge))
    throw new OAuthError("invalid_request", "code_challenge must be 43 characters of base64url.");
  return challenge;
}

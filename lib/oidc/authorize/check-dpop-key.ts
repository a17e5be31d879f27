/** `dpop_jkt`: the key that the code is to be bound to (RFC 9449 section 10). */
import { OAuthError } from "#lib/errors/oauth-error.ts";

/** `proven` is the thumbprint of a proof that came with a pushed request (section 10.1). @throws OAuthError */
export function checkDpopKey(thumbprint: string | undefined, proven: string | undefined): string | undefined {
  if (thumbprint !== undefined && !/^[A-Za-z0-9_-]{43}$/.test(thumbprint))
    throw new OAuthError("invalid_request", "dpop_jkt must be a SHA-256 thumbprint in base64url.");
  if (thumbprint !== undefined && proven !== undefined && thumbprint !== proven)
    throw new OAuthError("invalid_dpop_proof", "dpop_jkt names another key than the DPoP proof.");
  return thumbprint ?? proven;
}

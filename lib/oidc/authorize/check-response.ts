/** `response_type` and `response_mode`: a code, in the query. */
import { OAuthError } from "#lib/errors/oauth-error.ts";

/** RFC 6749 section 3.1.1, OAuth 2.0 Multiple Response Type Encoding Practices section 2.1. @throws OAuthError */
export function checkResponse(responseType: string | undefined, responseMode: string | undefined): void {
  if (responseType === undefined) throw new OAuthError("invalid_request", "response_type is missing.");
  if (responseType !== "code")
    throw new OAuthError("unsupported_response_type", "The only response_type supported is code.");
  if (responseMode !== undefined && responseMode !== "query")
    throw new OAuthError("invalid_request", "The only response_mode supported is query.");
}

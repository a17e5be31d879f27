/** Parameters of the protocol endpoints: in the query, or in a form body. */
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { mediaType, readText } from "./read-body.ts";

export function readQuery(request: Request): [string, string][] {
  return [...new URL(request.url).searchParams];
}

/**
 * A form body of at most 64 KiB (RFC 6749 appendix B).
 * @throws OAuthError invalid_request for another media type, DomainError PAYLOAD_TOO_LARGE
 */
export async function readForm(request: Request): Promise<[string, string][]> {
  if (mediaType(request) !== "application/x-www-form-urlencoded")
    throw new OAuthError("invalid_request", "Send the parameters as application/x-www-form-urlencoded.");
  return [...new URLSearchParams(await readText(request))];
}

/** How the request came, where the client registered that it always sends it in one way. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import type { RequestSource } from "./request-source.ts";

type SourceClient = Pick<
  ClientRow,
  "requirePushedAuthorizationRequests" | "requireSignedRequestObject" | "securityProfile"
>;

/** RFC 9126 section 6, RFC 9101 section 10.5, FAPI 2.0 Security Profile section 5.3.2.2. @throws OAuthError */
export function checkSource(source: RequestSource, client: SourceClient): void {
  if (source.refusal) throw source.refusal;
  const pushed = client.requirePushedAuthorizationRequests || client.securityProfile === "fapi2";
  if (pushed && !source.isPushed)
    throw new OAuthError(
      "invalid_request",
      "This client must push its requests: send a request_uri of ours.",
    );
  if (client.requireSignedRequestObject && !source.isSigned)
    throw new OAuthError("invalid_request", "This client must send its request as a signed request object.");
}

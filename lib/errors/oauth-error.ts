/** Refusals in the spelling of the OAuth and OpenID Connect specifications. */

/**
 * RFC 6749 sections 4.1.2.1 and 5.2, RFC 6750 section 3.1, RFC 7591 section 3.2.2, RFC 8628 section 3.5, RFC 8707 section 2, RFC 9101 section 7, RFC 9449 sections 5 and 8, RFC 9470
 * section 3, OIDC Core section 3.1.2.6, with their statuses.
 */
const statusOf = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  invalid_scope: 400,
  invalid_token: 401,
  insufficient_scope: 403,
  unauthorized_client: 400,
  unsupported_grant_type: 400,
  unsupported_response_type: 400,
  access_denied: 400,
  login_required: 400,
  consent_required: 400,
  account_selection_required: 400,
  request_not_supported: 400,
  request_uri_not_supported: 400,
  registration_not_supported: 400,
  invalid_request_object: 400,
  invalid_request_uri: 400,
  unmet_authentication_requirements: 400,
  insufficient_user_authentication: 401,
  invalid_target: 400,
  invalid_dpop_proof: 400,
  use_dpop_nonce: 400,
  temporarily_unavailable: 503,
  authorization_pending: 400,
  slow_down: 400,
  expired_token: 400,
  invalid_redirect_uri: 400,
  invalid_client_metadata: 400,
  invalid_software_statement: 400,
  unapproved_software_statement: 400,
  server_error: 500,
} as const;

export type OAuthErrorCode = keyof typeof statusOf;

/**
 * What an app is told. `description` is for its developer: printable ASCII without quotes or backslashes
 * (RFC 6749 section 5.2), so it never repeats what was sent.
 */
export class OAuthError extends Error {
  override readonly name = "OAuthError";
  readonly code: OAuthErrorCode;
  readonly description: string;
  /** Further parameters of the challenge that goes with it (RFC 6750 section 3, RFC 9470 section 3). */
  readonly challenge: Readonly<Record<string, string>>;

  constructor(code: OAuthErrorCode, description: string, challenge: Readonly<Record<string, string>> = {}) {
    super(`${code}: ${description}`);
    this.code = code;
    this.description = description;
    this.challenge = challenge;
  }

  get status(): number {
    return statusOf[this.code];
  }
}

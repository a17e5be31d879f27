/** `scope`: what the app asks for. */
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { isSupportedScope, type Scope } from "../claims/scopes.ts";

/**
 * The scopes that we know and that the client may ask for (null: all), each once; others are ignored (OIDC Core
 * section 3.1.2.1, RFC 6749 section 3.3: the token response says what was granted).
 * @throws OAuthError invalid_scope for a malformed value or one without `openid`.
 */
export function checkScope(scope: string | undefined, allowed: readonly string[] | null): Scope[] {
  const values = (scope ?? "").split(" ");
  // RFC 6749 section 3.3.
  if (!values.every((value) => /^[\x21\x23-\x5b\x5d-\x7e]*$/.test(value)))
    throw new OAuthError("invalid_scope", "scope holds characters that are not allowed.");
  const known = [...new Set(values.filter(isSupportedScope))].filter(
    (value) => value === "openid" || allowed === null || allowed.includes(value),
  );
  if (!known.includes("openid")) throw new OAuthError("invalid_scope", "scope must contain openid.");
  return known;
}

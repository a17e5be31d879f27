/** `scope` of a device: what it asks for. Unlike elsewhere nothing need be there (RFC 8628 section 3.1). */
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { isSupportedScope, type Scope } from "../claims/scopes.ts";

/**
 * The scopes that we know and that the client may ask for (null: all), each once; others are ignored.
 * @throws OAuthError invalid_scope for a malformed value
 */
export function checkDeviceScope(scope: string | undefined, allowed: readonly string[] | null): Scope[] {
  const values = (scope ?? "").split(" ");
  // RFC 6749 section 3.3.
  if (!values.every((value) => /^[\x21\x23-\x5b\x5d-\x7e]*$/.test(value)))
    throw new OAuthError("invalid_scope", "scope holds characters that are not allowed.");
  return [...new Set(values.filter(isSupportedScope))].filter(
    (value) => value === "openid" || allowed === null || allowed.includes(value),
  );
}

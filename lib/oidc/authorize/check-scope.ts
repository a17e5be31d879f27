/** `scope`: what the app asks for. */
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { isSupportedScope, type Scope } from "../claims/scopes.ts";

export interface ScopeRules {
  /** The scopes that the client may ask for; null: all. `openid` is for everybody. */
  readonly allowed: readonly string[] | null;
  /** Part of the answer is an ID Token. */
  readonly withIdToken: boolean;
}

/**
 * The scopes that we know and that the client may ask for, each once; others are ignored (OIDC Core section 3.1.2.1), and
 * the token response says what was granted. None at all is a request for none: an authorization of plain OAuth, whose
 * token is for the resources that were asked for, or stands for the person's yes alone (RFC 6749 section 3.3). But where
 * every scope would have to be ignored, nothing is left of what the app asked for, and no spelling of `scope` could say so.
 * @throws OAuthError invalid_scope
 */
export function checkScope(scope: string | undefined, { allowed, withIdToken }: ScopeRules): Scope[] {
  const asked = [...new Set((scope ?? "").split(" ").filter((value) => value !== ""))];
  // RFC 6749 section 3.3.
  if (!asked.every((value) => /^[\x21\x23-\x5b\x5d-\x7e]*$/.test(value)))
    throw new OAuthError("invalid_scope", "scope holds characters that are not allowed.");
  const known = asked
    .filter(isSupportedScope)
    .filter((value) => value === "openid" || allowed === null || allowed.includes(value));
  if (withIdToken && !known.includes("openid"))
    throw new OAuthError("invalid_scope", "scope must contain openid: this response_type gives an ID Token.");
  if (asked.length > 0 && known.length === 0)
    throw new OAuthError("invalid_scope", "scope holds nothing that this client may ask for.");
  return known;
}

/** A token request may ask for less than was granted, never for more. */
import { OAuthError } from "#lib/errors/oauth-error.ts";

export interface Grantable {
  readonly scopes: readonly string[];
  readonly resources: readonly string[];
}

export interface NarrowingRequest {
  readonly scope: string | undefined;
  readonly resources: readonly string[];
}

/**
 * RFC 6749 section 6 and RFC 8707 section 2.2. Naming the issuer itself as the resource asks for a token for its own
 * endpoints, such as userinfo, which a token for resource servers does not open.
 * @throws OAuthError invalid_scope, invalid_target
 */
export function narrowGrant(granted: Grantable, request: NarrowingRequest, issuer: string): Grantable {
  return {
    scopes: narrowScope(granted.scopes, request.scope),
    resources: narrowResources(granted.resources, request.resources, issuer),
  };
}

function narrowScope(granted: readonly string[], scope: string | undefined): readonly string[] {
  if (scope === undefined) return granted;
  const wanted = new Set(scope.split(" ").filter((value) => value !== ""));
  if (![...wanted].every((value) => granted.includes(value)))
    throw new OAuthError("invalid_scope", "scope holds more than was granted.");
  return granted.filter((value) => wanted.has(value));
}

function narrowResources(
  granted: readonly string[],
  requested: readonly string[],
  issuer: string,
): readonly string[] {
  if (requested.length === 0) return granted;
  const wanted = [...new Set(requested)];
  if (!wanted.every((value) => granted.includes(value) || value === issuer))
    throw new OAuthError("invalid_target", "resource names a resource that was not granted.");
  return wanted.length === 1 && wanted[0] === issuer ? [] : wanted;
}

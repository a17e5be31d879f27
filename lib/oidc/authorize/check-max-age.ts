/** `max_age`: how long ago the person may have been verified. */
import { OAuthError } from "#lib/errors/oauth-error.ts";

/** Seconds; OIDC Core section 3.1.2.1. @throws OAuthError invalid_request */
export function checkMaxAge(maxAge: string | undefined): number | undefined {
  if (maxAge === undefined) return undefined;
  if (!/^\d{1,12}$/.test(maxAge))
    throw new OAuthError("invalid_request", "max_age must be a whole number of seconds.");
  return Number(maxAge);
}

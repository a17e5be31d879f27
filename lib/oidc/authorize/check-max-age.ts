/** `max_age`: how long ago the person may have been verified. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";

type MaxAgeClient = Pick<ClientRow, "defaultMaxAgeSeconds" | "maxAuthenticationAgeSeconds">;

/**
 * Seconds: what the request says (OIDC Core section 3.1.2.1), else the client's default, and never more than its
 * access rule allows. @throws OAuthError invalid_request
 */
export function checkMaxAge(maxAge: string | undefined, client: MaxAgeClient): number | undefined {
  const wanted = readMaxAge(maxAge) ?? client.defaultMaxAgeSeconds ?? undefined;
  const longest = client.maxAuthenticationAgeSeconds ?? undefined;
  if (wanted === undefined || longest === undefined) return wanted ?? longest;
  return Math.min(wanted, longest);
}

function readMaxAge(maxAge: string | undefined): number | undefined {
  if (maxAge === undefined) return undefined;
  if (!/^\d{1,12}$/.test(maxAge))
    throw new OAuthError("invalid_request", "max_age must be a whole number of seconds.");
  return Number(maxAge);
}

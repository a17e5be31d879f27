/** Whether the person behind a token was verified as its app demands (RFC 9470). */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";

export interface DemandedToken {
  readonly authTime: Date | null;
  readonly acr: string | null;
  readonly client: Pick<
    ClientRow,
    "requireUserVerification" | "requireDeviceBound" | "maxAuthenticationAgeSeconds"
  >;
}

/** Values of `acr` that meet a demand, the weakest first. */
const deviceBound = ["phrh"];
const userVerified = ["phr", ...deviceBound];

/** @throws OAuthError insufficient_user_authentication that says what a new authorization must ask for (section 3) */
export function checkAuthenticationDemands({ client, acr, authTime }: DemandedToken, now: Date): void {
  const demanded = client.requireDeviceBound
    ? deviceBound
    : client.requireUserVerification
      ? userVerified
      : undefined;
  if (demanded && !demanded.includes(acr ?? ""))
    throw new OAuthError("insufficient_user_authentication", "A stronger authentication is required.", {
      acr_values: demanded.join(" "),
    });
  const maxAge = client.maxAuthenticationAgeSeconds;
  if (maxAge !== null && now.getTime() - (authTime?.getTime() ?? 0) > maxAge * 1000)
    throw new OAuthError("insufficient_user_authentication", "A more recent authentication is required.", {
      max_age: `${maxAge}`,
    });
}

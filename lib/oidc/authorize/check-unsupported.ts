/** Ways of asking that we do not offer: silence would answer a request that was never read. */
import { OAuthError } from "#lib/errors/oauth-error.ts";
import type { AuthorizationParameters } from "./authorization-parameters.ts";

/** OIDC Core sections 3.1.2.6 and 7.2.1. @throws OAuthError */
export function checkUnsupported({ values, problems }: AuthorizationParameters): void {
  if (values.registration !== undefined || problems.registration !== undefined)
    throw new OAuthError("registration_not_supported", "Registration in the request is not supported.");
}

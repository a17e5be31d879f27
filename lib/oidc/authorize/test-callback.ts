/** Where the answer of a test sign-in goes, and who may finish one. */
import type { Config } from "#lib/config/load-config.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import type { AuthorizationRequest } from "./schema.ts";

type Issuer = Pick<Config, "baseUrl">;

/** An address of ours. No app registers it, and the authorization endpoint takes it from nobody. */
export function testCallback({ baseUrl }: Issuer): string {
  return `${baseUrl}/oauth/test-sign-in`;
}

export function isTestCallback(config: Issuer, uri: string): boolean {
  return uri === testCallback(config);
}

/**
 * Whoever else opens the address of a test gets no further, signed in or not: no link can make somebody sign in to an
 * app for another's eyes. @throws OAuthError access_denied
 */
export function checkTester(
  { actor }: Pick<Context, "actor">,
  test: NonNullable<AuthorizationRequest["test"]>,
): void {
  if (actor.type !== "user" || actor.sessionId !== test.sessionId)
    throw new OAuthError("access_denied", "A test is finished in the session that began it.");
}

/** What an app may turn a token of its own into: no token for a service of which its person was never asked. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { findGrant } from "#lib/grants/store.ts";
import type { LiveAccessToken } from "../tokens/store.ts";

/**
 * Nobody is asked about first-party apps. A service that acts (RFC 8693 section 4.1) calls its own back ends: those were
 * registered for it by an administrator, and the person knows only the app in front.
 * @throws OAuthError invalid_target (section 2.2.2)
 */
export async function checkConsentedTargets(
  ctx: Context,
  client: ClientRow,
  token: LiveAccessToken,
  resources: readonly string[],
): Promise<void> {
  const { userId, clientId, actor, audience } = token;
  if (client.firstParty || userId === null || clientId !== client.id || actor !== null) return;
  const asked = resources.filter((resource) => !audience.includes(resource));
  if (asked.length === 0) return;
  const grant = await findGrant(ctx.db, { userId, clientId });
  if (!asked.every((resource) => grant?.resources.includes(resource)))
    throw new OAuthError("invalid_target", "The person has not allowed this client to use the resource.");
}

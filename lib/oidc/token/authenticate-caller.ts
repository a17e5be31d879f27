/** Who calls a protocol endpoint that programs call: the token endpoint and those that authenticate as it does. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { authenticateClient } from "#lib/clients/authenticate-client.ts";
import { readClientCredentials } from "#lib/clients/read-client-credentials.ts";
import { longestClientId } from "#lib/clients/schema.ts";
import type { Context } from "#lib/context/context.ts";

/** The parameters that name and prove a client (RFC 6749 section 2.3, RFC 7521 section 4.2). */
export const callerLimits = {
  client_id: longestClientId,
  client_secret: 512,
  client_assertion: 16_384,
  client_assertion_type: 128,
} as const;

/**
 * `values` are the request's parameters, read with `callerLimits`; `authorization` is the header as sent.
 * @throws OAuthError invalid_client, invalid_request
 */
export function authenticateCaller(
  ctx: Context,
  values: Partial<Readonly<Record<keyof typeof callerLimits, string>>>,
  authorization: string | undefined,
): Promise<ClientRow> {
  const credentials = readClientCredentials({
    authorization,
    clientId: values.client_id,
    clientSecret: values.client_secret,
    clientAssertion: values.client_assertion,
    clientAssertionType: values.client_assertion_type,
  });
  return authenticateClient(ctx, credentials);
}

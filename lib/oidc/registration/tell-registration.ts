/** A registered client as the registration endpoints answer it (RFC 7591 section 3.2.1, RFC 7592 section 3). */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { metadataOf } from "#lib/clients/describe-change.ts";
import { tellWireMetadata } from "#lib/clients/wire-metadata.ts";
import type { Config } from "#lib/config/load-config.ts";
import { supportedScopes } from "../claims/scopes.ts";

export type RegistrationAnswer = Readonly<Record<string, unknown>>;

/** `secret` only where one was just made: afterwards nobody can tell it. */
export function tellRegistration(
  { baseUrl }: Pick<Config, "baseUrl">,
  registered: {
    readonly client: ClientRow;
    readonly registrationToken: string;
    readonly secret?: string | undefined;
  },
): RegistrationAnswer {
  const { client, registrationToken, secret } = registered;
  return {
    client_id: client.id,
    client_id_issued_at: Math.floor(client.createdAt.getTime() / 1000),
    ...(secret === undefined ? {} : { client_secret: secret, client_secret_expires_at: 0 }),
    registration_access_token: registrationToken,
    registration_client_uri: `${baseUrl}/oauth/register/${client.id}`,
    scope: supportedScopes.join(" "),
    ...tellWireMetadata(metadataOf(client)),
  };
}

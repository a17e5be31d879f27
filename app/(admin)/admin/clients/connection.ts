/** What an app needs to know of this instance, in the words of the reader. */
import type { ShownConnection } from "#components/admin/connection.tsx";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { clientKind } from "#lib/clients/client-kind.ts";
import { findTemplate } from "#lib/clients/templates/find-template.ts";
import type { ClientTemplate } from "#lib/clients/templates/template.ts";
import type { Config } from "#lib/config/load-config.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface ConnectionInput {
  readonly client: ClientRow;
  /** Only in the moment in which it is made. */
  readonly secret?: string | undefined;
  /** What it looks like where absent. */
  readonly template?: ClientTemplate;
}

export function connectionOf(
  t: Translate,
  { baseUrl, rpName }: Pick<Config, "baseUrl" | "rpName">,
  { client, secret, template }: ConnectionInput,
): ShownConnection {
  const found = findTemplate(client, clientKind(client));
  const settings = (template ?? found.template).settings({
    instance: rpName,
    issuer: baseUrl,
    clientId: client.id,
    secret: secret ?? "CLIENT_SECRET",
    appUrl: found.appUrl,
    redirectUri: client.redirectUris[0] ?? "",
  });
  const address = (
    name: "issuer" | "discovery" | "authorize" | "token" | "userinfo" | "jwks" | "endSession",
  ) => t(`adminNewClient.address.${name}`);
  return {
    settings,
    addresses: [
      { label: t("adminNewClient.address.clientId"), value: client.id },
      { label: address("issuer"), value: baseUrl },
      { label: address("discovery"), value: `${baseUrl}/.well-known/openid-configuration` },
      { label: address("authorize"), value: `${baseUrl}/oauth/authorize` },
      { label: address("token"), value: `${baseUrl}/oauth/token` },
      { label: address("userinfo"), value: `${baseUrl}/oauth/userinfo` },
      { label: address("jwks"), value: `${baseUrl}/oauth/jwks` },
      { label: address("endSession"), value: `${baseUrl}/oauth/end-session` },
    ],
  };
}

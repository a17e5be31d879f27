/** Nextcloud with its app user_oidc, as that app's README describes it. */
import { command, providerName } from "./quote.ts";
import { type ClientTemplate, confidential } from "./template.ts";

export const nextcloud: ClientTemplate = {
  id: "nextcloud",
  exampleUrl: "https://cloud.example.com",
  // With and without pretty addresses.
  redirectUris: ["{app}/apps/user_oidc/code", "{app}/index.php/apps/user_oidc/code"],
  postLogoutRedirectUris: ["{app}/", "{app}"],
  backchannelLogoutUri: `{app}/index.php/apps/user_oidc/backchannel-logout/${providerName}`,
  metadata: {
    ...confidential,
    // Its choice where both are offered.
    tokenEndpointAuthMethod: "client_secret_post",
    backchannelLogoutSessionRequired: true,
    // It reads the ID Token alone unless it is told otherwise.
    claimsInIdToken: true,
  },
  settings: ({ issuer, clientId, secret }) => [
    {
      where: "occ",
      text: `occ app:install user_oidc\n${command(
        ["occ", `user_oidc:provider ${providerName}`],
        [
          ["--clientid", clientId],
          ["--clientsecret", secret],
          ["--discoveryuri", `${issuer}/.well-known/openid-configuration`],
          ["--scope", "openid profile email groups"],
          ["--unique-uid", "0"],
          ["--mapping-uid", "sub"],
          ["--mapping-display-name", "name"],
          ["--mapping-email", "email"],
          ["--mapping-groups", "groups"],
          ["--group-provisioning", "1"],
        ],
      )}`,
    },
  ],
};

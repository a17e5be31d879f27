/** Gitea and Forgejo: an authentication source, added on the command line ("Command Line", admin auth add-oauth). */
import { command, providerName } from "./quote.ts";
import { type ClientTemplate, confidential } from "./template.ts";

export const gitea: ClientTemplate = {
  id: "gitea",
  exampleUrl: "https://git.example.com",
  redirectUris: [`{app}/user/oauth2/${providerName}/callback`],
  postLogoutRedirectUris: ["{app}/"],
  // Its OAuth library sends no code challenge for every provider.
  metadata: {
    ...confidential,
    requirePkce: false,
  },
  settings: ({ issuer, clientId, secret }) => {
    const options = [
      ["--name", providerName],
      ["--provider", "openidConnect"],
      ["--key", clientId],
      ["--secret", secret],
      ["--auto-discover-url", `${issuer}/.well-known/openid-configuration`],
      ["--scopes", "openid profile email groups"],
      ["--group-claim-name", "groups"],
      ["--admin-group", "gitea-admins"],
    ] as const;
    return [
      { where: "Gitea", text: command(["gitea", "admin", "auth", "add-oauth"], options) },
      { where: "Forgejo", text: command(["forgejo", "admin", "auth", "add-oauth"], options) },
      {
        where: "app.ini",
        text: "[oauth2_client]\nENABLE_AUTO_REGISTRATION = true\nUSERNAME = email\nACCOUNT_LINKING = login",
      },
    ];
  },
};

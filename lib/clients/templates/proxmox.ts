/** Proxmox VE: an OpenID Connect realm (User Management, "OpenID Connect"); it comes back to the very root. */
import { command, providerName } from "./quote.ts";
import { type ClientTemplate, confidential } from "./template.ts";

export const proxmox: ClientTemplate = {
  id: "proxmox",
  exampleUrl: "https://pve.example.com:8006",
  redirectUris: ["{app}", "{app}/"],
  postLogoutRedirectUris: [],
  metadata: {
    ...confidential,
    grantTypes: ["authorization_code"],
    // Not every version sends a code challenge.
    requirePkce: false,
    claimsInIdToken: true,
  },
  settings: ({ issuer, clientId, secret }) => [
    {
      where: "pveum",
      text: command(
        ["pveum", `realm add ${providerName} --type openid`],
        [
          ["--issuer-url", issuer],
          ["--client-id", clientId],
          ["--client-key", secret],
          ["--username-claim", "email"],
          ["--scopes", "openid email profile groups"],
          ["--autocreate", "1"],
        ],
      ),
    },
  ],
};

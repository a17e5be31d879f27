/** Apps of one's own: a web server, a page without one, a program on a device, a machine. */
import { deviceCodeGrant } from "../schema.ts";
import { command } from "./quote.ts";
import { type ClientTemplate, confidential } from "./template.ts";

export const web: ClientTemplate = {
  id: "web",
  exampleUrl: "https://app.example.com",
  redirectUris: ["{app}/callback"],
  postLogoutRedirectUris: ["{app}/"],
  metadata: confidential,
  settings: ({ issuer, clientId, secret, redirectUri }) => [
    {
      where: ".env",
      text: [
        `OIDC_ISSUER=${issuer}`,
        `OIDC_CLIENT_ID=${clientId}`,
        `OIDC_CLIENT_SECRET=${secret}`,
        `OIDC_REDIRECT_URI=${redirectUri}`,
        'OIDC_SCOPES="openid profile email"',
      ].join("\n"),
    },
  ],
};

export const singlePage: ClientTemplate = {
  id: "single-page",
  exampleUrl: "https://app.example.com",
  redirectUris: ["{app}/callback"],
  postLogoutRedirectUris: ["{app}/"],
  metadata: {
    applicationType: "web",
    grantTypes: ["authorization_code", "refresh_token"],
    scopes: ["openid", "profile", "email", "groups"],
    tokenEndpointAuthMethod: "none",
    requirePkce: true,
  },
  settings: ({ issuer, clientId, redirectUri, appUrl }) => [
    {
      where: "oidc-client-ts",
      text: `new UserManager(${JSON.stringify(
        {
          authority: issuer,
          client_id: clientId,
          redirect_uri: redirectUri,
          post_logout_redirect_uri: `${appUrl}/`,
          scope: "openid profile email",
        },
        null,
        2,
      )});`,
    },
  ],
};

export const native: ClientTemplate = {
  id: "native",
  // Any port: the program learns it when it runs (RFC 8252 section 7.3).
  redirectUris: ["http://127.0.0.1/callback", "http://[::1]/callback"],
  postLogoutRedirectUris: [],
  metadata: {
    applicationType: "native",
    grantTypes: ["authorization_code", "refresh_token", deviceCodeGrant],
    scopes: ["openid", "profile", "email", "groups", "offline_access"],
    tokenEndpointAuthMethod: "none",
    requirePkce: true,
  },
  settings: ({ issuer, clientId }) => [
    {
      where: "JSON",
      text: JSON.stringify(
        {
          issuer,
          client_id: clientId,
          authorization_endpoint: `${issuer}/oauth/authorize`,
          token_endpoint: `${issuer}/oauth/token`,
          device_authorization_endpoint: `${issuer}/oauth/device`,
          scope: "openid profile email offline_access",
        },
        null,
        2,
      ),
    },
  ],
};

export const machine: ClientTemplate = {
  id: "machine",
  redirectUris: [],
  postLogoutRedirectUris: [],
  metadata: {
    applicationType: "web",
    grantTypes: ["client_credentials"],
    responseTypes: [],
    tokenEndpointAuthMethod: "client_secret_basic",
  },
  settings: ({ issuer, clientId, secret }) => [
    {
      where: "curl",
      text: command(
        ["curl", `${issuer}/oauth/token`],
        [
          ["--user", `${clientId}:${secret}`],
          ["--data", "grant_type=client_credentials"],
        ],
      ),
    },
  ],
};

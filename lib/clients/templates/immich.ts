/** Immich, as its documentation "OAuth Authentication" and its configuration file have it. */
import { type ClientTemplate, confidential } from "./template.ts";

export const immich: ClientTemplate = {
  id: "immich",
  exampleUrl: "https://photos.example.com",
  redirectUris: ["{app}/auth/login", "{app}/user-settings", "app.immich:///oauth-callback"],
  postLogoutRedirectUris: ["{app}/auth/login"],
  // Older versions send no code challenge.
  metadata: {
    ...confidential,
    scopes: ["openid", "profile", "email"],
    tokenEndpointAuthMethod: "client_secret_post",
    requirePkce: false,
  },
  settings: ({ instance, issuer, clientId, secret, appUrl }) => [
    {
      where: "immich.json (IMMICH_CONFIG_FILE)",
      text: JSON.stringify(
        {
          oauth: {
            enabled: true,
            issuerUrl: `${issuer}/.well-known/openid-configuration`,
            clientId,
            clientSecret: secret,
            scope: "openid email profile",
            tokenEndpointAuthMethod: "client_secret_post",
            signingAlgorithm: "RS256",
            profileSigningAlgorithm: "none",
            storageLabelClaim: "preferred_username",
            buttonText: instance,
            autoRegister: true,
            autoLaunch: false,
            mobileOverrideEnabled: false,
            mobileRedirectUri: "",
          },
          server: { externalDomain: appUrl },
        },
        null,
        2,
      ),
    },
  ],
};

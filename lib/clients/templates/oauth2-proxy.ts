/** oauth2-proxy in front of any web page, with its provider "oidc". */
import { type ClientTemplate, confidential } from "./template.ts";

export const oauth2Proxy: ClientTemplate = {
  id: "oauth2-proxy",
  exampleUrl: "https://app.example.com",
  redirectUris: ["{app}/oauth2/callback"],
  postLogoutRedirectUris: ["{app}/"],
  metadata: confidential,
  settings: ({ instance, issuer, clientId, secret, redirectUri }) => [
    {
      where: ".env",
      text: [
        "OAUTH2_PROXY_PROVIDER=oidc",
        `OAUTH2_PROXY_PROVIDER_DISPLAY_NAME="${instance.replaceAll(/["\\$`]/g, "")}"`,
        `OAUTH2_PROXY_OIDC_ISSUER_URL=${issuer}`,
        `OAUTH2_PROXY_CLIENT_ID=${clientId}`,
        `OAUTH2_PROXY_CLIENT_SECRET=${secret}`,
        `OAUTH2_PROXY_REDIRECT_URL=${redirectUri}`,
        'OAUTH2_PROXY_SCOPE="openid profile email groups"',
        "OAUTH2_PROXY_OIDC_GROUPS_CLAIM=groups",
        "OAUTH2_PROXY_CODE_CHALLENGE_METHOD=S256",
        "OAUTH2_PROXY_EMAIL_DOMAINS=*",
        "# openssl rand -base64 32 | tr -- '+/' '-_'",
        "OAUTH2_PROXY_COOKIE_SECRET=",
      ].join("\n"),
    },
  ],
};

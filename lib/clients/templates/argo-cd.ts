/** Argo CD without Dex: "Existing OIDC Provider" of its operator manual. */
import { providerName, yamlString } from "./quote.ts";
import { type ClientTemplate, confidential } from "./template.ts";

export const argoCd: ClientTemplate = {
  id: "argo-cd",
  exampleUrl: "https://argocd.example.com",
  redirectUris: ["{app}/auth/callback"],
  postLogoutRedirectUris: ["{app}", "{app}/"],
  metadata: {
    ...confidential,
    // Its server sends a code challenge only when it is a public client.
    requirePkce: false,
    // It reads groups from the ID Token.
    claimsInIdToken: true,
  },
  settings: ({ instance, issuer, clientId, secret, appUrl }) => [
    {
      where: "argocd-secret",
      text: `stringData:\n  oidc.${providerName}.clientSecret: ${yamlString(secret)}`,
    },
    {
      where: "argocd-cm",
      text: [
        "data:",
        `  url: ${yamlString(appUrl)}`,
        "  oidc.config: |",
        `    name: ${yamlString(instance)}`,
        `    issuer: ${yamlString(issuer)}`,
        `    clientID: ${yamlString(clientId)}`,
        `    clientSecret: $oidc.${providerName}.clientSecret`,
        '    requestedScopes: ["openid", "profile", "email", "groups"]',
        `    logoutURL: "${issuer}/oauth/end-session?id_token_hint={{token}}&post_logout_redirect_uri={{logoutRedirectURL}}"`,
      ].join("\n"),
    },
    {
      where: "argocd-rbac-cm",
      text: [
        "data:",
        '  scopes: "[groups]"',
        "  policy.default: role:readonly",
        "  policy.csv: |",
        "    g, argocd-admins, role:admin",
      ].join("\n"),
    },
  ],
};

/** Grafana: generic OAuth, documented under "Configure Generic OAuth authentication". */
import { type ClientTemplate, confidential } from "./template.ts";

export const grafana: ClientTemplate = {
  id: "grafana",
  exampleUrl: "https://grafana.example.com",
  redirectUris: ["{app}/login/generic_oauth"],
  postLogoutRedirectUris: ["{app}/login"],
  metadata: confidential,
  settings: ({ instance, issuer, clientId, secret, appUrl }) => {
    const logout = `${issuer}/oauth/end-session?post_logout_redirect_uri=${encodeURIComponent(`${appUrl}/login`)}`;
    const settings = [
      ["enabled", "true"],
      ["name", instance],
      ["client_id", clientId],
      ["client_secret", secret],
      ["scopes", "openid profile email groups"],
      ["auth_url", `${issuer}/oauth/authorize`],
      ["token_url", `${issuer}/oauth/token`],
      ["api_url", `${issuer}/oauth/userinfo`],
      ["use_pkce", "true"],
      ["login_attribute_path", "preferred_username"],
      ["email_attribute_path", "email"],
      ["name_attribute_path", "name"],
      ["groups_attribute_path", "groups"],
      ["role_attribute_path", "contains(groups[*], 'grafana-admins') && 'Admin' || 'Viewer'"],
      ["signout_redirect_url", logout],
    ] as const;
    return [
      {
        where: "grafana.ini",
        text: [
          "[server]",
          `root_url = ${appUrl}/`,
          "",
          "[auth.generic_oauth]",
          ...settings.map(([name, value]) => `${name} = ${iniValue(value)}`),
        ].join("\n"),
      },
      {
        where: ".env",
        text: [
          `GF_SERVER_ROOT_URL="${appUrl}/"`,
          ...settings.map(
            ([name, value]) => `GF_AUTH_GENERIC_OAUTH_${name.toUpperCase()}="${envValue(value)}"`,
          ),
        ].join("\n"),
      },
    ];
  },
};

/** `#` and `;` begin a comment, three quotes hold everything else. */
function iniValue(value: string): string {
  return /^[^#;"`]*$/.test(value) ? value : `"""${value.replaceAll('"', "")}"""`;
}

function envValue(value: string): string {
  return value.replaceAll(/["\\$`]/g, "");
}

/** The introspection endpoint (RFC 7662). For servers alone: no page of an app may ask. */
import { defineClientRoute } from "#lib/http/oauth-client-route.ts";
import { oauthJson } from "#lib/http/oauth-error-response.ts";
import { introspectToken } from "#lib/oidc/introspection/introspect-token.ts";

export const POST = defineClientRoute({
  cors: "none",
  dpop: false,
  answer: async (ctx, request) => oauthJson(await introspectToken(ctx, request)),
});

/** The revocation endpoint (RFC 7009). */
import { defineClientRoute } from "#lib/http/oauth-client-route.ts";
import { oauthEmpty } from "#lib/http/oauth-error-response.ts";
import { definePreflight } from "#lib/http/oauth-machine-route.ts";
import { revokeToken } from "#lib/oidc/revocation/revoke-token.ts";

export const POST = defineClientRoute({
  cors: "registered",
  dpop: false,
  answer: async (ctx, request) => {
    await revokeToken(ctx, request);
    return oauthEmpty();
  },
});

export const OPTIONS = definePreflight("registered", ["POST"]);

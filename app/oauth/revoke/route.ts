/** The revocation endpoint (RFC 7009). */
import { oauthEmpty } from "#lib/http/oauth-error-response.ts";
import { readForm } from "#lib/http/oauth-form.ts";
import { defineMachineRoute, definePreflight } from "#lib/http/oauth-machine-route.ts";
import { revokeToken } from "#lib/oidc/revocation/revoke-token.ts";

export const POST = defineMachineRoute({
  cors: "registered",
  limited: true,
  challenge: (request) => (request.headers.has("authorization") ? "Basic" : undefined),
  handle: async (ctx, request) => {
    await revokeToken(ctx, {
      entries: await readForm(request),
      authorization: request.headers.get("authorization") ?? undefined,
    });
    return oauthEmpty();
  },
});

export const OPTIONS = definePreflight("registered", ["POST"]);

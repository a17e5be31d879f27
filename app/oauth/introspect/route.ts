/** The introspection endpoint (RFC 7662). For servers alone: no page of an app may ask. */
import { oauthJson } from "#lib/http/oauth-error-response.ts";
import { readForm } from "#lib/http/oauth-form.ts";
import { defineMachineRoute } from "#lib/http/oauth-machine-route.ts";
import { introspectToken } from "#lib/oidc/introspection/introspect-token.ts";

export const POST = defineMachineRoute({
  cors: "none",
  limited: true,
  challenge: (request) => (request.headers.has("authorization") ? "Basic" : undefined),
  handle: async (ctx, request) =>
    oauthJson(
      await introspectToken(ctx, {
        entries: await readForm(request),
        authorization: request.headers.get("authorization") ?? undefined,
      }),
    ),
});

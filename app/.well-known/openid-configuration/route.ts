/** The issuer's metadata (OpenID Connect Discovery 1.0). */
import { defineMachineRoute, definePreflight } from "#lib/http/oauth-machine-route.ts";
import { publicText } from "#lib/http/oauth-public-document.ts";
import { issuerDocument } from "#lib/oidc/discovery/issuer-document.ts";

export const GET = defineMachineRoute({
  cors: "any",
  limited: false,
  handle: async (ctx, request) => publicText(request, issuerDocument(ctx.config)),
});

export const OPTIONS = definePreflight("any", ["GET"]);

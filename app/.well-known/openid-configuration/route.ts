/** The issuer's metadata (OpenID Connect Discovery 1.0). */
import { defineMachineRoute, definePreflight } from "#lib/http/oauth-machine-route.ts";
import { publicDocument } from "#lib/http/oauth-public-document.ts";
import { describeIssuer } from "#lib/oidc/discovery/describe-issuer.ts";

export const GET = defineMachineRoute({
  cors: "any",
  limited: false,
  handle: async (ctx) => publicDocument(describeIssuer(ctx.config)),
});

export const OPTIONS = definePreflight("any", ["GET"]);

/** The issuer's public keys (RFC 7517). */
import { defineMachineRoute, definePreflight } from "#lib/http/oauth-machine-route.ts";
import { publicText } from "#lib/http/oauth-public-document.ts";
import { jwksDocument } from "#lib/signing-keys/list-public-jwks.ts";

export const GET = defineMachineRoute({
  cors: "any",
  limited: false,
  handle: async (ctx, request) => publicText(request, await jwksDocument(ctx)),
});

export const OPTIONS = definePreflight("any", ["GET"]);

/** The issuer's public keys (RFC 7517). */
import { defineMachineRoute, definePreflight } from "#lib/http/oauth-machine-route.ts";
import { publicDocument } from "#lib/http/oauth-public-document.ts";
import { listPublicJwks } from "#lib/signing-keys/list-public-jwks.ts";

export const GET = defineMachineRoute({
  cors: "any",
  limited: false,
  handle: async (ctx) => publicDocument({ keys: await listPublicJwks(ctx) }),
});

export const OPTIONS = definePreflight("any", ["GET"]);

/** Origins whose pages may use this RP ID's passkeys (WebAuthn Level 3 section 5.11, related origins). */
import { defineMachineRoute, definePreflight } from "#lib/http/oauth-machine-route.ts";
import { publicDocument } from "#lib/http/oauth-public-document.ts";

/** The list that the ceremonies hold origins against. */
export const GET = defineMachineRoute({
  cors: "any",
  limited: false,
  handle: async ({ config }) => publicDocument({ origins: config.allowedOrigins }),
});

export const OPTIONS = definePreflight("any", ["GET"]);

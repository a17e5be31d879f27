/** Where password managers send people to add and manage passkeys (W3C, A Well-Known URL for Relying Party Passkey Endpoints). */
import { defineMachineRoute, definePreflight } from "#lib/http/oauth-machine-route.ts";
import { publicDocument } from "#lib/http/oauth-public-document.ts";

export const GET = defineMachineRoute({
  cors: "any",
  limited: false,
  handle: async ({ config }) => {
    const passkeys = `${config.baseUrl}/account/passkeys`;
    return publicDocument({ enroll: passkeys, manage: passkeys });
  },
});

export const OPTIONS = definePreflight("any", ["GET"]);

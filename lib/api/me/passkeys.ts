/** GET /api/v1/me/passkeys */
import { z } from "zod";
import { listPasskeys } from "#lib/credentials/list-passkeys.ts";
import { passkeySchema } from "#lib/credentials/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const getPasskeys = defineRoute({
  method: "GET",
  path: "/api/v1/me/passkeys",
  summary: "Lists your passkeys, oldest first.",
  access: "session",
  response: z.object({ passkeys: z.array(passkeySchema) }),
  errors: [],
  handle: async (ctx) => ({ data: { passkeys: await listPasskeys(ctx) } }),
});

/** GET /api/v1/admin/credentials, GET …/models and POST …/revoke */
import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { listModels } from "#lib/passkeys/directory/list-models.ts";
import { revokePasskeys } from "#lib/passkeys/directory/revoke-passkeys.ts";
import {
  listedPasskeySchema,
  passkeyModelSchema,
  passkeyQuerySchema,
  revokedPasskeysSchema,
  revokePasskeysSchema,
} from "#lib/passkeys/directory/schema.ts";
import { mostCounted, searchPasskeys } from "#lib/passkeys/directory/search-passkeys.ts";

const path = "/api/v1/admin/credentials";

export const getCredentials = defineRoute({
  method: "GET",
  path,
  summary: "Lists the passkeys of all people, filtered and sorted, page by page.",
  access: "administration",
  permission: "credentials.read",
  query: passkeyQuerySchema,
  response: z.object({
    credentials: z.array(listedPasskeySchema).readonly(),
    count: z
      .number()
      .int()
      .describe(`How many there are; ${mostCounted + 1} for more than ${mostCounted}.`),
    nextCursor: z.string().optional().describe("The `after` of the next page; absent on the last one."),
    previousCursor: z.string().optional().describe("The `before` of the page in front of it."),
  }),
  errors: ["FORBIDDEN"],
  handle: async (ctx, _body, _params, query) => {
    const { passkeys, ...rest } = await searchPasskeys(ctx, query);
    return { data: { credentials: passkeys, ...rest } };
  },
});

export const getCredentialModels = defineRoute({
  method: "GET",
  path: `${path}/models`,
  summary: "Lists the models of authenticators in use, with how many passkeys each holds.",
  access: "administration",
  permission: "credentials.read",
  response: z.object({ models: z.array(passkeyModelSchema) }),
  errors: ["FORBIDDEN"],
  handle: async (ctx) => ({ data: { models: await listModels(ctx) } }),
});

export const revokeCredentials = defineRoute({
  method: "POST",
  path: `${path}/revoke`,
  summary:
    "Revokes many passkeys, or those of a model, each for itself, and ends the sessions that they opened. For administrators who confirmed it's them.",
  access: "administration",
  permission: "credentials.revoke",
  body: revokePasskeysSchema,
  response: revokedPasskeysSchema,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED"],
  handle: async (ctx, selection) => {
    const data = await revokePasskeys(ctx, selection);
    return data.signedOut ? { data, session: "end" } : { data };
  },
});

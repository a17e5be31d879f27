/** GET and POST /api/v1/admin/registration-tokens, DELETE …/{name} */
import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { addRegistrationToken } from "#lib/oidc/registration/add-registration-token.ts";
import {
  listRegistrationTokens,
  removeRegistrationTokens,
} from "#lib/oidc/registration/manage-registration-tokens.ts";
import { newRegistrationTokenSchema } from "#lib/oidc/registration/schema.ts";

const path = "/api/v1/admin/registration-tokens";

export const getRegistrationTokens = defineRoute({
  method: "GET",
  path,
  summary: "Lists the tokens by which apps may register themselves, the oldest first.",
  access: "administration",
  permission: "clients.read",
  response: z.object({
    tokens: z.array(
      z.object({
        name: z.string(),
        remainingUses: z.number().int().nullable().describe("Null: any number of apps."),
        createdAt: z.date(),
        expiresAt: z.date(),
      }),
    ),
  }),
  errors: ["FORBIDDEN"],
  handle: async (ctx) => ({ data: { tokens: await listRegistrationTokens(ctx) } }),
});

export const postRegistrationToken = defineRoute({
  method: "POST",
  path,
  summary:
    "Makes a token by which apps register themselves. It is shown once. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  body: newRegistrationTokenSchema,
  response: z.object({ token: z.string().describe("Told this once."), expiresAt: z.date() }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED"],
  handle: async (ctx, body) => ({ data: await addRegistrationToken(ctx, body) }),
});

export const deleteRegistrationTokens = defineRoute({
  method: "DELETE",
  path: `${path}/{name}`,
  summary:
    "Takes the tokens of a name away; apps that registered with them stay. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  params: newRegistrationTokenSchema.pick({ name: true }),
  response: z.object({ removed: z.number().int() }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "NOT_FOUND"],
  handle: async (ctx, _body, { name }) => ({ data: { removed: await removeRegistrationTokens(ctx, name) } }),
});

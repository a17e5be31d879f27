/** POST /api/v1/admin/clients/{id}/secrets, DELETE …/secrets/{secretId} */
import { z } from "zod";
import { newSecretSchema } from "#lib/clients/schema.ts";
import { addClientSecret } from "#lib/clients/secrets/add-client-secret.ts";
import { removeClientSecret } from "#lib/clients/secrets/remove-client-secret.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { clientIdParam } from "./client-answer.ts";

export const postClientSecret = defineRoute({
  method: "POST",
  path: "/api/v1/admin/clients/{id}/secrets",
  summary:
    "Gives an app a further secret; the present ones can be made to end. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  params: clientIdParam,
  body: newSecretSchema,
  response: z.object({
    id: z.string(),
    secret: z.string().describe("Told this once."),
    expiresAt: z.date().nullable(),
  }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CLIENT_NOT_FOUND", "CONFLICT"],
  handle: async (ctx, body, { id }) => ({ data: await addClientSecret(ctx, { clientId: id, ...body }) }),
});

export const deleteOneClientSecret = defineRoute({
  method: "DELETE",
  path: "/api/v1/admin/clients/{id}/secrets/{secretId}",
  summary: "Takes a secret of an app away. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  params: clientIdParam.extend({ secretId: z.uuid() }),
  response: z.object({ removed: z.boolean() }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "NOT_FOUND"],
  handle: async (ctx, _body, { id, secretId }) => {
    await removeClientSecret(ctx, { clientId: id, secretId });
    return { data: { removed: true } };
  },
});

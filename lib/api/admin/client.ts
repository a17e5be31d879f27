/** GET, PATCH and DELETE /api/v1/admin/clients/{id} */
import { z } from "zod";
import { deleteClient } from "#lib/clients/delete-client.ts";
import { getClient } from "#lib/clients/get-client.ts";
import { partialMetadataSchema } from "#lib/clients/schema.ts";
import { listClientSecrets } from "#lib/clients/secrets/list-client-secrets.ts";
import { selectClientGroups } from "#lib/clients/store.ts";
import { updateClient } from "#lib/clients/update-client.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { clientAnswer, clientIdParam, secretOnce, tellClient } from "./client-answer.ts";

const path = "/api/v1/admin/clients/{id}";

export const getOneClient = defineRoute({
  method: "GET",
  path,
  summary: "Tells one relying app, which groups may use it, and when its secrets end. For administrators.",
  access: "administration",
  permission: "clients.read",
  versioned: true,
  params: clientIdParam,
  response: z.object({
    client: clientAnswer,
    groupIds: z.array(z.string()).describe("Empty: everybody may use it."),
    secrets: z.array(z.object({ id: z.string(), createdAt: z.date(), expiresAt: z.date().nullable() })),
  }),
  errors: ["FORBIDDEN", "CLIENT_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    const client = await getClient(ctx, id);
    const groupIds = await selectClientGroups(ctx.db, client.id);
    const data = { client: tellClient(client), groupIds, secrets: await listClientSecrets(ctx, id) };
    return { data, updatedAt: client.updatedAt };
  },
});

export const patchClient = defineRoute({
  method: "PATCH",
  path,
  summary:
    "Changes what is registered of an app; members that are left out stay. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  versioned: true,
  params: clientIdParam,
  body: partialMetadataSchema,
  response: z.object({ client: clientAnswer, secret: secretOnce }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CLIENT_NOT_FOUND", "CONFLICT"],
  handle: async (ctx, changes, { id }) => {
    const { client, ...made } = await updateClient(ctx, { id, changes });
    return { data: { client: tellClient(client), ...made }, updatedAt: client.updatedAt };
  },
});

export const deleteOneClient = defineRoute({
  method: "DELETE",
  path,
  summary:
    "Removes an app with its secrets, tokens and consents. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  versioned: true,
  params: clientIdParam,
  response: z.object({ removed: z.boolean() }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CLIENT_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    await deleteClient(ctx, id);
    return { data: { removed: true } };
  },
});

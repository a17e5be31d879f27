/** GET and POST /api/v1/admin/clients */
import { z } from "zod";
import { addClient } from "#lib/clients/add-client.ts";
import { listClients } from "#lib/clients/list-clients.ts";
import { newClientSchema } from "#lib/clients/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { clientAnswer, secretOnce, tellClient } from "./client-answer.ts";

export const getClients = defineRoute({
  method: "GET",
  path: "/api/v1/admin/clients",
  summary: "Lists the relying apps, disabled ones too. For administrators.",
  access: "administration",
  permission: "clients.read",
  response: z.object({ clients: z.array(clientAnswer) }),
  errors: ["FORBIDDEN"],
  handle: async (ctx) => ({ data: { clients: (await listClients(ctx)).map(tellClient) } }),
});

export const postClient = defineRoute({
  method: "POST",
  path: "/api/v1/admin/clients",
  summary: "Registers a relying app. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  body: newClientSchema,
  response: z.object({ client: clientAnswer, secret: secretOnce }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CONFLICT"],
  handle: async (ctx, body) => {
    const { client, ...made } = await addClient(ctx, body);
    return { data: { client: tellClient(client), ...made } };
  },
});

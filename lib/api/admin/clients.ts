/** GET and POST /api/v1/admin/clients */
import { z } from "zod";
import { addClient } from "#lib/clients/add-client.ts";
import { newClientSchema } from "#lib/clients/schema.ts";
import { clientKinds, clientQuerySchema, clientSources } from "#lib/clients/search/schema.ts";
import { mostCounted, searchClients } from "#lib/clients/search/search-clients.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { clientAnswer, secretOnce, tellClient } from "./client-answer.ts";
import { counted, cursors } from "./page-answer.ts";

export const getClients = defineRoute({
  method: "GET",
  path: "/api/v1/admin/clients",
  summary: "Lists the relying apps, disabled ones too, searched and filtered, page by page.",
  access: "administration",
  permission: "clients.read",
  query: clientQuerySchema,
  response: z.object({
    clients: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          source: z.enum(clientSources),
          kind: z.enum(clientKinds),
          groupNames: z.array(z.string()).readonly().describe("Empty: everybody may use it."),
          lastErrorAt: z.date().nullable(),
          disabled: z.boolean(),
        }),
      )
      .readonly(),
    count: counted(mostCounted),
    ...cursors,
  }),
  errors: ["FORBIDDEN"],
  handle: async (ctx, _body, _params, query) => ({ data: await searchClients(ctx, query) }),
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

/** GET /api/v1/admin/clients/{id}/errors */
import { z } from "zod";
import { listClientErrors } from "#lib/clients/errors/list-client-errors.ts";
import { clientErrorFactSchema } from "#lib/clients/errors/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { clientIdParam } from "./client-answer.ts";

export const getClientErrors = defineRoute({
  method: "GET",
  path: "/api/v1/admin/clients/{id}/errors",
  summary: "Tells the last twenty mistakes in an app's requests, in plain words. For administrators.",
  access: "administration",
  permission: "clients.read",
  params: clientIdParam,
  response: z.object({
    errors: z.array(
      z.object({
        id: z.string(),
        occurredAt: z.date(),
        endpoint: z.string(),
        code: z.string(),
        explanation: z.string(),
        facts: z.array(clientErrorFactSchema),
        requestId: z.string(),
      }),
    ),
  }),
  errors: ["FORBIDDEN", "CLIENT_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => ({ data: { errors: await listClientErrors(ctx, id) } }),
});

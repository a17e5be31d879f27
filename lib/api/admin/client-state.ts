/** POST /api/v1/admin/clients/{id}/disable, …/enable and …/groups */
import { z } from "zod";
import { disableClient, enableClient } from "#lib/clients/disable-client.ts";
import { clientGroupsSchema } from "#lib/clients/schema.ts";
import { setClientGroups } from "#lib/clients/set-client-groups.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { clientAnswer, clientIdParam, tellClient } from "./client-answer.ts";

export const postClientDisable = defineRoute({
  method: "POST",
  path: "/api/v1/admin/clients/{id}/disable",
  summary: "Shuts an app out and ends its tokens for good. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  params: clientIdParam,
  response: z.object({ client: clientAnswer, tokensEnded: z.number().int() }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CLIENT_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    const { client, tokensEnded } = await disableClient(ctx, id);
    return { data: { client: tellClient(client), tokensEnded } };
  },
});

export const postClientEnable = defineRoute({
  method: "POST",
  path: "/api/v1/admin/clients/{id}/enable",
  summary: "Lets an app in again. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  params: clientIdParam,
  response: z.object({ client: clientAnswer }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CLIENT_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => ({ data: { client: tellClient(await enableClient(ctx, id)) } }),
});

export const putClientGroups = defineRoute({
  method: "PUT",
  path: "/api/v1/admin/clients/{id}/groups",
  summary:
    "Says whose members may sign in to an app; no group means everybody. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  params: clientIdParam,
  body: clientGroupsSchema,
  response: z.object({ groupIds: z.array(z.string()) }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CLIENT_NOT_FOUND"],
  handle: async (ctx, { groupIds }, { id }) => {
    await setClientGroups(ctx, { clientId: id, groupIds });
    return { data: { groupIds } };
  },
});

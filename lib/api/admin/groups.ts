/** GET and POST /api/v1/admin/groups */
import { z } from "zod";
import { createGroup } from "#lib/groups/create-group.ts";
import { listGroups } from "#lib/groups/list-groups.ts";
import { groupPageSchema, groupSchema, newGroupSchema } from "#lib/groups/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { nextCursor } from "./page-answer.ts";

const path = "/api/v1/admin/groups";

export const getGroups = defineRoute({
  method: "GET",
  path,
  summary: "Lists the groups by name, page by page.",
  access: "administration",
  permission: "groups.read",
  query: groupPageSchema,
  response: z.object({
    groups: z.array(groupSchema).readonly(),
    nextCursor,
  }),
  errors: ["FORBIDDEN"],
  handle: async (ctx, _body, _params, { after, limit }) => ({
    data: await listGroups(ctx, { cursor: after, limit }),
  }),
});

export const postGroup = defineRoute({
  method: "POST",
  path,
  summary: "Makes a group. For administrators who confirmed it's them.",
  access: "administration",
  permission: "groups.write",
  body: newGroupSchema,
  response: z.object({ group: groupSchema }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "GROUP_EXISTS"],
  handle: async (ctx, group) => ({ data: { group: await createGroup(ctx, group) } }),
});

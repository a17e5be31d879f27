/** GET /api/v1/admin/groups/{id}/members */
import { z } from "zod";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { listGroupMembers } from "#lib/groups/list-group-members.ts";
import { groupIdSchema, groupMemberSchema, memberPageSchema } from "#lib/groups/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { nextCursor } from "./page-answer.ts";

export const getGroupMembers = defineRoute({
  method: "GET",
  path: "/api/v1/admin/groups/{id}/members",
  summary: "Lists who is in a group, in the order in which they signed up, page by page.",
  access: "administration",
  permission: "groups.read",
  params: z.strictObject({ id: groupIdSchema }),
  query: memberPageSchema,
  response: z.object({
    members: z.array(groupMemberSchema).readonly(),
    nextCursor,
  }),
  errors: ["FORBIDDEN", "GROUP_NOT_FOUND"],
  handle: async (ctx, _body, { id }, { after, limit }) => ({
    data: await listGroupMembers(ctx, { group: id as GroupId, cursor: after as UserId | undefined, limit }),
  }),
});

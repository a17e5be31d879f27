/** PUT and DELETE /api/v1/admin/groups/{id}/members/{userId} */
import { z } from "zod";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { addGroupMember } from "#lib/groups/add-group-member.ts";
import { removeGroupMember } from "#lib/groups/remove-group-member.ts";
import { groupIdSchema, memberIdSchema } from "#lib/groups/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const path = "/api/v1/admin/groups/{id}/members/{userId}";
const params = z.strictObject({ id: groupIdSchema, userId: memberIdSchema });

export const putGroupMember = defineRoute({
  method: "PUT",
  path,
  summary:
    "Puts a person into a group; its attestation policy holds for them from then on. For administrators who confirmed it's them.",
  access: "administration",
  permission: "groups.members",
  params,
  response: z.object({ added: z.boolean().describe("False: the person was a member already.") }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "GROUP_NOT_FOUND", "USER_NOT_FOUND", "CONFLICT"],
  handle: async (ctx, _body, { id, userId }) => ({
    data: { added: await addGroupMember(ctx, { group: id as GroupId, user: userId as UserId }) },
  }),
});

export const deleteGroupMember = defineRoute({
  method: "DELETE",
  path,
  summary: "Takes a person out of a group. For administrators who confirmed it's them.",
  access: "administration",
  permission: "groups.members",
  params,
  response: z.object({ removed: z.boolean().describe("False: the person was no member.") }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "GROUP_NOT_FOUND"],
  handle: async (ctx, _body, { id, userId }) => ({
    data: { removed: await removeGroupMember(ctx, { group: id as GroupId, user: userId as UserId }) },
  }),
});

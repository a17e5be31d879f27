/** GET /api/v1/admin/groups/{id}/managers; PUT and DELETE …/{userId} */
import { z } from "zod";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { addGroupManager, removeGroupManager } from "#lib/groups/managers/change-managers.ts";
import { listGroupManagers } from "#lib/groups/managers/list-managers.ts";
import { groupManagersSchema } from "#lib/groups/managers/schema.ts";
import { groupIdSchema, memberIdSchema } from "#lib/groups/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const path = "/api/v1/admin/groups/{id}/managers";
const group = z.strictObject({ id: groupIdSchema });
const params = group.extend({ userId: memberIdSchema });

export const getGroupManagers = defineRoute({
  method: "GET",
  path,
  summary: "Lists who may put people into a group and take them out, without being an administrator.",
  access: "administration",
  permission: "groups.read",
  params: group,
  response: groupManagersSchema,
  errors: ["FORBIDDEN", "GROUP_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => ({
    data: { managers: await listGroupManagers(ctx, id as GroupId) },
  }),
});

export const putGroupManager = defineRoute({
  method: "PUT",
  path: `${path}/{userId}`,
  summary: "Lets a person manage a group. For administrators who confirmed it's them.",
  access: "administration",
  permission: "groups.write",
  params,
  response: z.object({ added: z.boolean().describe("False: the person was a manager already.") }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "GROUP_NOT_FOUND", "USER_NOT_FOUND"],
  handle: async (ctx, _body, { id, userId }) => ({
    data: { added: await addGroupManager(ctx, { group: id as GroupId, user: userId as UserId }) },
  }),
});

export const deleteGroupManager = defineRoute({
  method: "DELETE",
  path: `${path}/{userId}`,
  summary: "Lets a person manage a group no more. For administrators who confirmed it's them.",
  access: "administration",
  permission: "groups.write",
  params,
  response: z.object({ removed: z.boolean().describe("False: the person was no manager.") }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "GROUP_NOT_FOUND"],
  handle: async (ctx, _body, { id, userId }) => ({
    data: { removed: await removeGroupManager(ctx, { group: id as GroupId, user: userId as UserId }) },
  }),
});

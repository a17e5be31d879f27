/** GET, PATCH and DELETE /api/v1/admin/groups/{id} */
import { z } from "zod";
import type { GroupId } from "#drizzle/schema/ids.ts";
import { deleteGroup as endGroup } from "#lib/groups/delete-group.ts";
import type { Group } from "#lib/groups/describe-group.ts";
import { getGroup as findGroup } from "#lib/groups/get-group.ts";
import { groupChangeSchema, groupIdSchema, groupSchema } from "#lib/groups/schema.ts";
import { updateGroup } from "#lib/groups/update-group.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const path = "/api/v1/admin/groups/{id}";
const params = z.strictObject({ id: groupIdSchema });
const response = z.object({ group: groupSchema });

export const getGroup = defineRoute({
  method: "GET",
  path,
  summary: "Shows a group.",
  access: "administration",
  permission: "groups.read",
  versioned: true,
  params,
  response,
  errors: ["FORBIDDEN", "GROUP_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => tell(await findGroup(ctx, { id: id as GroupId })),
});

export const patchGroup = defineRoute({
  method: "PATCH",
  path,
  summary:
    "Changes what a group is called on screens; its name stays. For administrators who confirmed it's them.",
  access: "administration",
  permission: "groups.write",
  versioned: true,
  params,
  body: groupChangeSchema,
  response,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "GROUP_NOT_FOUND"],
  handle: async (ctx, { displayName }, { id }) =>
    tell(await updateGroup(ctx, { id: id as GroupId, displayName })),
});

function tell(group: Group) {
  return { data: { group }, updatedAt: group.updatedAt };
}

export const deleteGroup = defineRoute({
  method: "DELETE",
  path,
  summary:
    "Ends a group, with its claims and its policy; its members stay people. For administrators who confirmed it's them.",
  access: "administration",
  permission: "groups.write",
  versioned: true,
  params,
  response: z.object({ deleted: z.boolean() }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "GROUP_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    await endGroup(ctx, id as GroupId);
    return { data: { deleted: true } };
  },
});

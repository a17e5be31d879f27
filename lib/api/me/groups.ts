/** GET /api/v1/me/groups; GET and POST …/{id}/members; DELETE …/{id}/members/{userId} */
import { z } from "zod";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { addMemberByAddress } from "#lib/groups/managers/add-member-by-address.ts";
import { listManagedGroups } from "#lib/groups/managers/list-managed-groups.ts";
import { listManagedMembers } from "#lib/groups/managers/list-managed-members.ts";
import { removeManagedMember } from "#lib/groups/managers/remove-managed-member.ts";
import { managedGroupSchema, memberByAddressSchema } from "#lib/groups/managers/schema.ts";
import { groupIdSchema, groupMemberSchema, memberIdSchema, memberPageSchema } from "#lib/groups/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { nextCursor } from "../admin/page-answer.ts";

const path = "/api/v1/me/groups/{id}/members";
const params = z.strictObject({ id: groupIdSchema });

export const getManagedGroups = defineRoute({
  method: "GET",
  path: "/api/v1/me/groups",
  summary: "Lists the groups that you manage.",
  access: "session",
  response: z.object({ groups: z.array(managedGroupSchema) }),
  errors: [],
  handle: async (ctx) => ({ data: { groups: await listManagedGroups(ctx) } }),
});

export const getManagedMembers = defineRoute({
  method: "GET",
  path,
  summary: "Lists who is in a group that you manage, page by page.",
  access: "session",
  params,
  query: memberPageSchema,
  response: z.object({ members: z.array(groupMemberSchema).readonly(), nextCursor }),
  errors: ["GROUP_NOT_FOUND"],
  handle: async (ctx, _body, { id }, { after, limit }) => {
    const query = { group: id as GroupId, cursor: after as UserId | undefined, limit };
    const { group: _group, ...page } = await listManagedMembers(ctx, query);
    return { data: page };
  },
});

export const postManagedMember = defineRoute({
  method: "POST",
  path,
  summary: "Puts somebody into a group that you manage, by their whole e-mail address.",
  access: "session",
  params,
  body: memberByAddressSchema,
  response: z.object({ added: z.boolean().describe("False: the person was a member already.") }),
  errors: ["STEP_UP_REQUIRED", "GROUP_NOT_FOUND", "USER_NOT_FOUND", "CONFLICT"],
  handle: async (ctx, { email }, { id }) => ({
    data: { added: await addMemberByAddress(ctx, { group: id as GroupId, email }) },
  }),
});

export const deleteManagedMember = defineRoute({
  method: "DELETE",
  path: `${path}/{userId}`,
  summary: "Takes somebody out of a group that you manage.",
  access: "session",
  params: params.extend({ userId: memberIdSchema }),
  response: z.object({ removed: z.boolean().describe("False: the person was no member.") }),
  errors: ["STEP_UP_REQUIRED", "GROUP_NOT_FOUND"],
  handle: async (ctx, _body, { id, userId }) => ({
    data: { removed: await removeManagedMember(ctx, { group: id as GroupId, user: userId as UserId }) },
  }),
});

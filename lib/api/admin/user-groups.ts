/** GET /api/v1/admin/users/{id}/groups */
import { z } from "zod";
import type { UserId } from "#drizzle/schema/ids.ts";
import { listGroupsOfPerson } from "#lib/groups/list-groups-of-person.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { userIdSchema } from "#lib/users/schema.ts";

export const getGroupsOfUser = defineRoute({
  method: "GET",
  path: "/api/v1/admin/users/{id}/groups",
  summary: "Lists the groups that a person is in, by name.",
  access: "administration",
  permission: "groups.read",
  params: z.strictObject({ id: userIdSchema }),
  response: z.object({
    groups: z.array(
      z.object({ id: z.string(), name: z.string(), displayName: z.string(), addedAt: z.date() }),
    ),
  }),
  errors: ["FORBIDDEN"],
  handle: async (ctx, _body, { id }) => ({ data: { groups: await listGroupsOfPerson(ctx, id as UserId) } }),
});

/** GET /api/v1/admin/users */
import { z } from "zod";
import { listUsers } from "#lib/accounts/profile/list-users.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { userPageSchema, userSchema } from "#lib/users/schema.ts";

export const getUsers = defineRoute({
  method: "GET",
  path: "/api/v1/admin/users",
  summary: "Lists the people of this installation in the order in which they signed up, page by page.",
  access: "administration",
  permission: "users.read",
  query: userPageSchema,
  response: z.object({
    users: z.array(userSchema).readonly(),
    nextCursor: z.string().optional().describe("The `cursor` of the next page; absent on the last one."),
  }),
  errors: ["FORBIDDEN"],
  handle: async (ctx, _body, _params, page) => ({ data: await listUsers(ctx, page) }),
});

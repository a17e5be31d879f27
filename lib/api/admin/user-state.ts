/** POST /api/v1/admin/users/{id}/disable and …/enable */
import { z } from "zod";
import type { UserId } from "#drizzle/schema/ids.ts";
import { disableUser, enableUser } from "#lib/accounts/disable-user.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { userIdSchema, userSchema } from "#lib/users/schema.ts";

const params = z.strictObject({ id: userIdSchema });

export const postUserDisable = defineRoute({
  method: "POST",
  path: "/api/v1/admin/users/{id}/disable",
  summary:
    "Shuts a person out, ends their sessions and tokens, and tells their apps. For administrators who confirmed it's them.",
  access: "administration",
  permission: "users.write",
  params,
  response: z.object({
    user: userSchema,
    sessionsEnded: z.number().int(),
    signedOut: z.boolean().describe("You shut yourself out."),
  }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "USER_NOT_FOUND", "LAST_ADMINISTRATOR"],
  handle: async (ctx, _body, { id }) => {
    const data = await disableUser(ctx, id as UserId);
    return data.signedOut ? { data, session: "end" } : { data };
  },
});

export const postUserEnable = defineRoute({
  method: "POST",
  path: "/api/v1/admin/users/{id}/enable",
  summary: "Lets a person sign in again. For administrators who confirmed it's them.",
  access: "administration",
  permission: "users.write",
  params,
  response: z.object({ user: userSchema }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "USER_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => ({ data: { user: await enableUser(ctx, id as UserId) } }),
});

/** PUT /api/v1/admin/users/{id}/role */
import { z } from "zod";
import type { UserId } from "#drizzle/schema/ids.ts";
import { setUserRole } from "#lib/accounts/set-user-role.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { roleSchema } from "#lib/permissions/schema.ts";
import { userIdSchema, userSchema } from "#lib/users/schema.ts";

export const putUserRole = defineRoute({
  method: "PUT",
  path: "/api/v1/admin/users/{id}/role",
  summary: "Gives a person a role; the last administrator keeps theirs. No API key does that.",
  access: "administration",
  permission: "roles.write",
  versioned: true,
  params: z.strictObject({ id: userIdSchema }),
  body: z.strictObject({ role: roleSchema }),
  response: z.object({ user: userSchema }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "USER_NOT_FOUND", "LAST_ADMINISTRATOR"],
  handle: async (ctx, { role }, { id }) => {
    const user = await setUserRole(ctx, { id: id as UserId, role });
    return { data: { user }, updatedAt: user.updatedAt };
  },
});

/** GET, PATCH and DELETE /api/v1/admin/users/{id} */
import { z } from "zod";
import type { UserId } from "#drizzle/schema/ids.ts";
import { deleteUser } from "#lib/accounts/delete-user.ts";
import { getProfile } from "#lib/accounts/profile/get-profile.ts";
import { updateProfile } from "#lib/accounts/profile/update-profile.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { profileChangeSchema, type User, userIdSchema, userSchema } from "#lib/users/schema.ts";

const path = "/api/v1/admin/users/{id}";
const params = z.strictObject({ id: userIdSchema });
const response = z.object({ user: userSchema });

export const getUser = defineRoute({
  method: "GET",
  path,
  summary: "Shows what is known of a person.",
  access: "administration",
  permission: "users.read",
  versioned: true,
  params,
  response,
  errors: ["FORBIDDEN", "USER_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => tell(await getProfile(ctx, { id: id as UserId })),
});

export const patchUser = defineRoute({
  method: "PATCH",
  path,
  summary:
    "Changes what is known of a person; null takes a value away. For administrators who confirmed it's them.",
  access: "administration",
  permission: "users.write",
  versioned: true,
  params,
  body: profileChangeSchema,
  response,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "USER_NOT_FOUND", "USER_EXISTS"],
  handle: async (ctx, change, { id }) => tell(await updateProfile(ctx, id as UserId, change)),
});

export const deleteOneUser = defineRoute({
  method: "DELETE",
  path,
  summary:
    "Deletes a person's account at once and for good, and tells their apps. For administrators who confirmed it's them.",
  access: "administration",
  permission: "users.delete",
  versioned: true,
  params,
  response: z.object({
    sessionsEnded: z.number().int(),
    signedOut: z.boolean().describe("It was your own account."),
  }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "USER_NOT_FOUND", "LAST_ADMINISTRATOR"],
  handle: async (ctx, _body, { id }) => {
    const { sessionsEnded, signedOut } = await deleteUser(ctx, id as UserId);
    const data = { sessionsEnded, signedOut };
    return signedOut ? { data, session: "end" } : { data };
  },
});

function tell(user: User) {
  return { data: { user }, updatedAt: user.updatedAt };
}

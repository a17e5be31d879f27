/** GET and PATCH /api/v1/me/profile */
import { z } from "zod";
import { getOwnProfile } from "#lib/accounts/profile/get-profile.ts";
import { updateOwnProfile } from "#lib/accounts/profile/update-profile.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { ownProfileChangeSchema, userSchema } from "#lib/users/schema.ts";

const path = "/api/v1/me/profile";
const response = z.object({ profile: userSchema });

export const getProfile = defineRoute({
  method: "GET",
  path,
  summary: "Shows what is known of you.",
  access: "session",
  response,
  errors: [],
  handle: async (ctx) => ({ data: { profile: await getOwnProfile(ctx) } }),
});

/** A new display name should also reach the browser: `GET /api/v1/me/signals`. */
export const patchProfile = defineRoute({
  method: "PATCH",
  path,
  summary: "Changes what is known of you, but for the username; null takes a value away.",
  access: "session",
  body: ownProfileChangeSchema,
  response,
  errors: [],
  handle: async (ctx, change) => ({ data: { profile: await updateOwnProfile(ctx, change) } }),
});

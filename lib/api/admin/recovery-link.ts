/** POST /api/v1/admin/users/{id}/recovery-link */
import { z } from "zod";
import type { UserId } from "#drizzle/schema/ids.ts";
import { createRecoveryLink } from "#lib/accounts/recovery/links/create-recovery-link.ts";
import { recoveryLinkWishSchema } from "#lib/accounts/recovery/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { userIdSchema } from "#lib/users/schema.ts";

export const postRecoveryLink = defineRoute({
  method: "POST",
  path: "/api/v1/admin/users/{id}/recovery-link",
  summary:
    "Makes a link that opens a person's account once within a day, to add a passkey. It ends earlier ones. For those who may help people and confirmed it's them.",
  access: "administration",
  permission: "users.recover",
  params: z.strictObject({ id: userIdSchema }),
  body: recoveryLinkWishSchema,
  response: z.object({
    username: z.string(),
    expiresAt: z.date(),
    link: z
      .string()
      .optional()
      .describe("To be handed over; it is shown here once. Absent where it was mailed."),
  }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "USER_NOT_FOUND", "CONFLICT"],
  handle: async (ctx, { mail = false }, { id }) => ({
    data: await createRecoveryLink(ctx, { userId: id as UserId, mail }),
  }),
});

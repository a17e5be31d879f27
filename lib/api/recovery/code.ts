/** POST /api/v1/recovery/code */
import { z } from "zod";
import { recoverByCode } from "#lib/accounts/recovery/recover-by-code.ts";
import { recoverByCodeSchema } from "#lib/accounts/recovery/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { recoveryWindowEnd } from "#lib/sessions/check-may-add-passkey.ts";
import { userAnswer } from "../answers.ts";

export const postRecoveryCode = defineRoute({
  method: "POST",
  path: "/api/v1/recovery/code",
  summary:
    "Signs in with a recovery code and sets the session cookie; a passkey may be added for ten minutes.",
  access: "optional",
  body: recoverByCodeSchema,
  response: z.object({
    user: userAnswer,
    addPasskeyUntil: z
      .date()
      .describe("Until then `/api/v1/webauthn/register/begin` asks for no confirmation."),
  }),
  errors: ["AUTHENTICATION_FAILED"],
  handle: async (ctx, { code }) => {
    const { user, session } = await recoverByCode(ctx, code);
    return { data: { user, addPasskeyUntil: recoveryWindowEnd({ authTime: ctx.now }) }, session };
  },
});

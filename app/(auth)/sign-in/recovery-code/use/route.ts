/** The form in which a recovery code is typed. */
import { z } from "zod";
import { recoverByCode } from "#lib/accounts/recovery/recover-by-code.ts";
import { typedCodeSchema } from "#lib/accounts/recovery/schema.ts";
import { defineFormRoute } from "#lib/http/define-form-route.ts";
import { interactionField, recoveryPath } from "../../recovery-paths.ts";

export const POST = defineFormRoute({
  form: z.strictObject({ code: typedCodeSchema, interaction: interactionField }),
  handle: async (ctx, { code, interaction }) => {
    const { session } = await recoverByCode(ctx, code);
    return { location: recoveryPath("/sign-in/recovered", { interaction }), session };
  },
  refused: ({ code, retryAfterSeconds }, { interaction }) => {
    const page = "/sign-in/recovery-code";
    if (code === "AUTHENTICATION_FAILED") return recoveryPath(page, { problem: "code", interaction });
    if (code !== "RATE_LIMIT_EXCEEDED") return undefined;
    return recoveryPath(page, { problem: "limit", wait: retryAfterSeconds, interaction });
  },
});

/** GET and POST /api/v1/me/recovery-codes */
import { z } from "zod";
import { describeOwnRecoveryCodes } from "#lib/accounts/recovery/describe-recovery-codes.ts";
import { makeRecoveryCodes } from "#lib/accounts/recovery/make-recovery-codes.ts";
import { recoveryCodesSchema } from "#lib/accounts/recovery/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const path = "/api/v1/me/recovery-codes";

export const getRecoveryCodes = defineRoute({
  method: "GET",
  path,
  summary: "Tells whether you have recovery codes, and how many are left.",
  access: "session",
  response: recoveryCodesSchema,
  errors: [],
  handle: async (ctx) => ({ data: await describeOwnRecoveryCodes(ctx) }),
});

export const postRecoveryCodes = defineRoute({
  method: "POST",
  path,
  summary:
    "Makes new recovery codes; those that you had die at once. Needs a confirmation of the last ten minutes.",
  access: "session",
  response: recoveryCodesSchema.extend({
    codes: z.array(z.string()).readonly().describe("Shown here once. Each one works once."),
  }),
  errors: ["STEP_UP_REQUIRED", "USER_DISABLED"],
  handle: async (ctx) => ({ data: await makeRecoveryCodes(ctx) }),
});

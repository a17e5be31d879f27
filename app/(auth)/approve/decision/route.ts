/** The form in which a person lets a waiting browser in, or not. */
import { z } from "zod";
import { decideDeviceApproval } from "#lib/accounts/device-approval/decide-device-approval.ts";
import { approvalCodeSchema, approvalDecisionSchema } from "#lib/accounts/device-approval/schema.ts";
import { defineFormRoute } from "#lib/http/define-form-route.ts";

export const POST = defineFormRoute({
  form: z.strictObject({ code: approvalCodeSchema, decision: approvalDecisionSchema }),
  handle: async (ctx, input) => {
    await decideDeviceApproval(ctx, input);
    return { location: `/approve?result=${input.decision === "approve" ? "approved" : "denied"}` };
  },
  refused: ({ code }, input) => {
    switch (code) {
      case "APPROVAL_NOT_FOUND":
        return "/approve?problem=code";
      // The page says what is missing: a sign-in, a confirmation, another role.
      case "UNAUTHENTICATED":
      case "STEP_UP_REQUIRED":
      case "APPROVAL_NOT_ALLOWED":
        return `/approve?code=${encodeURIComponent(input.code)}`;
      default:
        return undefined;
    }
  },
});

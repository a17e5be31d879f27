/** The side of the person: GET /api/v1/device-approvals/{code} and POST …/{code}/decision */
import { z } from "zod";
import { decideDeviceApproval } from "#lib/accounts/device-approval/decide-device-approval.ts";
import { describeDeviceApproval } from "#lib/accounts/device-approval/describe-device-approval.ts";
import {
  approvalCodeSchema,
  approvalDecisionSchema,
  approvalQuestionSchema,
} from "#lib/accounts/device-approval/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const path = "/api/v1/device-approvals/{code}";
const params = z.strictObject({ code: approvalCodeSchema.describe("As the waiting browser shows it.") });
const errors = ["APPROVAL_NOT_FOUND", "APPROVAL_NOT_ALLOWED", "STEP_UP_REQUIRED"] as const;

export const getDeviceApproval = defineRoute({
  method: "GET",
  path,
  summary:
    "Describes a browser that waits, to whoever could let it in: used a passkey, with verification, after it asked.",
  access: "session",
  params,
  response: approvalQuestionSchema,
  errors,
  handle: async (ctx, _body, { code }) => ({ data: await describeDeviceApproval(ctx, code) }),
});

export const postDeviceApprovalDecision = defineRoute({
  method: "POST",
  path: `${path}/decision`,
  summary: "Lets the waiting browser in, or not. The first answer counts.",
  access: "session",
  params,
  body: z.strictObject({ decision: approvalDecisionSchema }),
  response: z.object({ decision: approvalDecisionSchema }),
  errors,
  handle: async (ctx, { decision }, { code }) => {
    await decideDeviceApproval(ctx, { code, decision });
    return { data: { decision } };
  },
});

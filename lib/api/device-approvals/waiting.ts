/** The side of the waiting browser: POST /api/v1/device-approvals, GET …/current, POST …/current/complete */
import { z } from "zod";
import { completeDeviceApproval } from "#lib/accounts/device-approval/complete-device-approval.ts";
import { readApprovalState } from "#lib/accounts/device-approval/read-approval-state.ts";
import { requestDeviceApproval } from "#lib/accounts/device-approval/request-device-approval.ts";
import { approvalStateSchema, requestedApprovalSchema } from "#lib/accounts/device-approval/schema.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { clearedWaitingCookie, openWaitingCookie, sealWaitingCookie } from "#lib/http/waiting-cookie.ts";
import { userAnswer } from "../answers.ts";

const path = "/api/v1/device-approvals";

export const postDeviceApproval = defineRoute({
  method: "POST",
  path,
  summary:
    "Asks for a sign-in without a passkey here, to be approved where the person has one. Sets the cookie that waits for it.",
  access: "anonymous",
  body: z.strictObject({}),
  response: requestedApprovalSchema,
  errors: ["FORBIDDEN"],
  handle: async (ctx) => {
    const { secret, request } = await requestDeviceApproval(ctx);
    return { data: request, cookies: [await sealWaitingCookie(ctx, { secret, code: request.code })] };
  },
});

/** Whoever waits asks every few seconds, so it looks at one cookie and one row. */
export const getDeviceApprovalState = defineRoute({
  method: "GET",
  path: `${path}/current`,
  summary: "Tells what became of the request that this browser's cookie waits for.",
  access: "anonymous",
  bucket: "approval_wait",
  response: z.object({
    state: approvalStateSchema,
    comparisonCode: z.string().optional(),
    expiresAt: z.date().optional(),
  }),
  errors: [],
  handle: async (ctx, _body, _params, _query, headers) => {
    const waiting = await openWaitingCookie(ctx, headers.get("cookie"));
    return { data: waiting ? await readApprovalState(ctx, waiting.secret) : { state: "over" as const } };
  },
});

export const postDeviceApprovalCompletion = defineRoute({
  method: "POST",
  path: `${path}/current/complete`,
  summary: "Signs in, once, after the approval. The session is weaker than one of a passkey.",
  access: "optional",
  response: z.object({ user: userAnswer }),
  errors: ["APPROVAL_PENDING", "APPROVAL_REFUSED"],
  handle: async (ctx, _body, _params, _query, headers) => {
    const waiting = await openWaitingCookie(ctx, headers.get("cookie"));
    if (!waiting) throw new DomainError("APPROVAL_REFUSED");
    const { user, session } = await completeDeviceApproval(ctx, waiting.secret);
    return { data: { user }, session, cookies: [clearedWaitingCookie(ctx)] };
  },
});

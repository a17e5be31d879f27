/** The form of a browser that waited: by a script as soon as the answer is there, or by the person. */
import { z } from "zod";
import { completeDeviceApproval } from "#lib/accounts/device-approval/complete-device-approval.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { defineFormRoute } from "#lib/http/define-form-route.ts";
import { clearedWaitingCookie, openWaitingCookie } from "#lib/http/waiting-cookie.ts";
import { afterApproval } from "../after-approval.ts";

export const POST = defineFormRoute({
  form: z.strictObject({}),
  handle: async (ctx, _input, request) => {
    const waiting = await openWaitingCookie(ctx, request.headers.get("cookie"));
    if (!waiting) throw new DomainError("APPROVAL_REFUSED");
    const { session } = await completeDeviceApproval(ctx, waiting.secret);
    return { location: afterApproval(waiting), session, cookie: clearedWaitingCookie(ctx) };
  },
  refused: ({ code }) => {
    if (code === "APPROVAL_PENDING") return "/sign-in/device?result=pending";
    return code === "APPROVAL_REFUSED" ? "/sign-in/device?result=refused" : undefined;
  },
});

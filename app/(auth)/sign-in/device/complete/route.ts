/** The form of a browser that waited: by a script as soon as the answer is there, or by the person. */
import { z } from "zod";
import { completeDeviceApproval } from "#lib/accounts/device-approval/complete-device-approval.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { defineFormRoute } from "#lib/http/define-form-route.ts";
import { clearedWaitingCookie, openWaitingCookie } from "#lib/http/waiting-cookie.ts";
import { goalOf, signInAddress } from "../../../sign-in-address.ts";

export const POST = defineFormRoute({
  form: z.strictObject({}),
  handle: async (ctx, _input, request) => {
    const waiting = await openWaitingCookie(ctx, request.headers.get("cookie"));
    if (!waiting) throw new DomainError("APPROVAL_REFUSED");
    const { session } = await completeDeviceApproval(ctx, waiting.secret);
    return {
      location: signInAddress("/sign-in/recovered", goalOf(request)),
      session,
      cookie: clearedWaitingCookie(ctx),
    };
  },
  refused: ({ code }, _input, request) => {
    if (code !== "APPROVAL_PENDING" && code !== "APPROVAL_REFUSED") return undefined;
    const result = code === "APPROVAL_PENDING" ? "pending" : "refused";
    return signInAddress("/sign-in/device", goalOf(request), { result });
  },
});

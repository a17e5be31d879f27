/** The form by which a browser without a passkey begins to wait for an approval. */
import { z } from "zod";
import { requestDeviceApproval } from "#lib/accounts/device-approval/request-device-approval.ts";
import { defineFormRoute } from "#lib/http/define-form-route.ts";
import { sealWaitingCookie } from "#lib/http/waiting-cookie.ts";
import { goalOf, signInAddress } from "../../../sign-in-address.ts";

export const POST = defineFormRoute({
  form: z.strictObject({}),
  handle: async (ctx, _input, request) => {
    const { secret, request: waiting } = await requestDeviceApproval(ctx);
    return {
      location: signInAddress("/sign-in/device", goalOf(request)),
      cookie: await sealWaitingCookie(ctx, { secret, code: waiting.code }),
    };
  },
  refused: () => undefined,
});

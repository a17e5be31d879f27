/** The form by which a browser without a passkey begins to wait for an approval. */
import { z } from "zod";
import { requestDeviceApproval } from "#lib/accounts/device-approval/request-device-approval.ts";
import { defineFormRoute } from "#lib/http/define-form-route.ts";
import { sealWaitingCookie } from "#lib/http/waiting-cookie.ts";

export const POST = defineFormRoute({
  /** Where the sign-in was to lead; held against what is allowed when it leads there. */
  form: z.strictObject({
    interaction: z.string().max(43).optional(),
    next: z.string().max(512).optional(),
  }),
  handle: async (ctx, { interaction, next }) => {
    const { secret, request } = await requestDeviceApproval(ctx);
    const cookie = await sealWaitingCookie(ctx, {
      secret,
      code: request.code,
      ...(interaction ? { interaction } : {}),
      ...(next ? { next } : {}),
    });
    return { location: "/sign-in/device", cookie };
  },
  refused: () => undefined,
});

/** The button under "Sign in to this account?", after an administrator's link was opened. */
import { z } from "zod";
import { recoverByLink } from "#lib/accounts/recovery/links/recover-by-link.ts";
import { defineFormRoute } from "#lib/http/define-form-route.ts";

export const POST = defineFormRoute({
  form: z.strictObject({ token: z.string().max(128) }),
  handle: async (ctx, { token }) => {
    const { session } = await recoverByLink(ctx, { purpose: "recovery", token });
    return { location: "/sign-in/recovered", session };
  },
  // The page finds the link dead, and says so.
  refused: ({ code }) => (code === "AUTHENTICATION_FAILED" ? "/sign-in/recovery-link" : undefined),
});

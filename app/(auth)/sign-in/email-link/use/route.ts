/** The button under "Sign in to this account?", after the link in a mail was opened. */
import { z } from "zod";
import { recoverByLink } from "#lib/accounts/recovery/links/recover-by-link.ts";
import { defineFormRoute } from "#lib/http/define-form-route.ts";
import { clearedLinkCookie, openLinkCookie } from "#lib/http/link-cookie.ts";
import { recoveryPath } from "../../recovery-paths.ts";

export const POST = defineFormRoute({
  form: z.strictObject({ token: z.string().max(128) }),
  handle: async (ctx, { token }, request) => {
    const asked = await openLinkCookie(ctx, request.headers.get("cookie"));
    const { session } = await recoverByLink(ctx, {
      purpose: "email",
      token,
      browserSecret: asked?.browserSecret ?? "",
    });
    const location = recoveryPath("/sign-in/recovered", { interaction: asked?.interaction });
    return { location, session, cookie: clearedLinkCookie(ctx) };
  },
  refused: ({ code }) => (code === "AUTHENTICATION_FAILED" ? "/sign-in/email-link" : undefined),
});

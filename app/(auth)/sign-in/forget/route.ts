/** The form by which a browser forgets an account that it knows. */
import { z } from "zod";
import type { UserId } from "#drizzle/schema/ids.ts";
import { defineFormRoute } from "#lib/http/define-form-route.ts";
import { forgetAccounts } from "#lib/http/known-accounts-cookie.ts";
import { goalOf, signInAddress } from "../../sign-in-address.ts";

export const POST = defineFormRoute({
  form: z.strictObject({ account: z.uuid() }),
  handle: async (ctx, { account }, request) => ({
    location: signInAddress("/sign-in", goalOf(request)),
    cookie: await forgetAccounts(ctx, request.headers.get("cookie"), [account as UserId]),
  }),
  refused: () => undefined,
});

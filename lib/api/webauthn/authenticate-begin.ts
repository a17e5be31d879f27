/** POST /api/v1/webauthn/authenticate/begin */
import { defineRoute } from "#lib/http/define-route.ts";
import { beginSignIn } from "#lib/passkeys/begin-sign-in.ts";
import { beginAuthenticationSchema } from "#lib/passkeys/schema.ts";
import { ceremonyLimits } from "./ceremony-limits.ts";

/** The cookie is not looked at: the options are the same whoever is signed in. */
export const authenticateBegin = defineRoute({
  access: "anonymous",
  body: beginAuthenticationSchema,
  ...ceremonyLimits,
  handle: async (ctx, input) => ({ data: await beginSignIn(ctx, input) }),
});

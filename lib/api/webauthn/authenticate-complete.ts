/** POST /api/v1/webauthn/authenticate/complete */
import { defineRoute } from "#lib/http/define-route.ts";
import { finishSignIn } from "#lib/passkeys/finish-sign-in.ts";
import { completeAuthenticationSchema } from "#lib/passkeys/schema.ts";
import { ceremonyLimits } from "./ceremony-limits.ts";

/** Signs in. A session that the browser has already is taken further or ended, so the cookie is looked at. */
export const authenticateComplete = defineRoute({
  access: "optional",
  body: completeAuthenticationSchema,
  ...ceremonyLimits,
  handle: async (ctx, { credential }) => {
    const { user, signals, session } = await finishSignIn(ctx, credential);
    return { data: { user, signals }, session };
  },
});

/** POST /api/v1/webauthn/register/complete */
import { finishRegistration } from "#lib/accounts/finish-registration.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { completeRegistrationSchema } from "#lib/passkeys/schema.ts";
import { ceremonyLimits } from "./ceremony-limits.ts";

/** Answers with the new passkey; a new account is signed in at once. */
export const registerComplete = defineRoute({
  access: "optional",
  body: completeRegistrationSchema,
  ...ceremonyLimits,
  handle: async (ctx, { credential, deviceName }) => {
    const { session, ...data } = await finishRegistration(ctx, { response: credential, deviceName });
    return session ? { data, session } : { data };
  },
});

/** POST /api/v1/webauthn/register/begin */
import { beginAccount } from "#lib/accounts/begin-account.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { beginAddingPasskey } from "#lib/passkeys/begin-adding-passkey.ts";
import { beginRegistrationSchema } from "#lib/passkeys/schema.ts";
import { ceremonyLimits } from "./ceremony-limits.ts";

/** With a username: a new account. Without: another passkey for whoever is signed in. */
export const registerBegin = defineRoute({
  access: "optional",
  body: beginRegistrationSchema,
  ...ceremonyLimits,
  cost: ({ username }) => (username === undefined ? undefined : "sign_up"),
  handle: async (ctx, { username, displayName, setUpToken, ...wishes }) => ({
    data:
      username === undefined
        ? await beginAddingPasskey(ctx, wishes)
        : await beginAccount(ctx, { username, displayName, setUpToken, wishes }),
  }),
});

/** POST /api/v1/webauthn/register/begin */
import { beginAccount } from "#lib/accounts/begin-account.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { beginAddingPasskey } from "#lib/passkeys/begin-adding-passkey.ts";
import { beginRegistrationSchema } from "#lib/passkeys/schema.ts";
import { creationOptionsAnswer } from "../answers.ts";
import { ceremonyLimits } from "./ceremony-limits.ts";

/** With a username: a new account. Without: another passkey for whoever is signed in. */
export const registerBegin = defineRoute({
  method: "POST",
  path: "/api/v1/webauthn/register/begin",
  summary: "Begins a registration: of a new account with a username, of one more passkey without.",
  access: "optional",
  body: beginRegistrationSchema,
  response: creationOptionsAnswer,
  errors: [
    "UNAUTHENTICATED",
    "STEP_UP_REQUIRED",
    "FORBIDDEN",
    "SIGN_UP_CLOSED",
    "USER_EXISTS",
    "CREDENTIAL_LIMIT",
  ],
  ...ceremonyLimits,
  cost: ({ username }) => (username === undefined ? undefined : "sign_up"),
  handle: async (ctx, { username, displayName, setUpToken, invitation, ...wishes }) => ({
    data:
      username === undefined
        ? await beginAddingPasskey(ctx, wishes)
        : await beginAccount(ctx, { username, displayName, setUpToken, invitation, wishes }),
  }),
});

/** POST /api/v1/webauthn/authenticate/begin */
import { defineRoute } from "#lib/http/define-route.ts";
import { beginSignIn } from "#lib/passkeys/begin-sign-in.ts";
import { beginAuthenticationSchema } from "#lib/passkeys/schema.ts";
import { requestOptionsAnswer } from "../answers.ts";
import { ceremonyLimits } from "./ceremony-limits.ts";

/** The cookie is not looked at: the options are the same whoever is signed in. */
export const authenticateBegin = defineRoute({
  method: "POST",
  path: "/api/v1/webauthn/authenticate/begin",
  summary:
    "Begins a sign-in. With a name, the options list that person's passkeys, or plausible ones for an unknown name.",
  access: "anonymous",
  body: beginAuthenticationSchema,
  response: requestOptionsAnswer,
  errors: [],
  ...ceremonyLimits,
  handle: async (ctx, input) => ({ data: await beginSignIn(ctx, input) }),
});

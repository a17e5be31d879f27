/** POST /api/v1/webauthn/authenticate/complete */
import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { finishSignIn } from "#lib/passkeys/finish-sign-in.ts";
import { completeAuthenticationSchema } from "#lib/passkeys/schema.ts";
import { signalsAnswer, userAnswer } from "../answers.ts";
import { ceremonyLimits } from "./ceremony-limits.ts";

/** Signs in. A session that the browser has already is taken further or ended, so the cookie is looked at. */
export const authenticateComplete = defineRoute({
  method: "POST",
  path: "/api/v1/webauthn/authenticate/complete",
  summary: "Finishes a sign-in and sets the session cookie.",
  access: "optional",
  body: completeAuthenticationSchema,
  response: z.object({ user: userAnswer, signals: signalsAnswer }),
  errors: [
    "MISSING_CHALLENGE",
    "INVALID_CHALLENGE",
    "CHALLENGE_EXPIRED",
    "AUTHENTICATION_FAILED",
    "COUNTER_REGRESSION",
    "ATTESTATION_NOT_ALLOWED",
    "USER_DISABLED",
  ],
  ...ceremonyLimits,
  handle: async (ctx, { credential }) => {
    const { user, signals, session } = await finishSignIn(ctx, credential);
    return { data: { user, signals }, session };
  },
});

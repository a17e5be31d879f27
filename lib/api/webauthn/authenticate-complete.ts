/** POST /api/v1/webauthn/authenticate/complete */
import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { rememberAccount } from "#lib/http/known-accounts-cookie.ts";
import { offeredCookie, wasOffered } from "#lib/http/offer-cookie.ts";
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
  response: z.object({
    user: userAnswer,
    signals: signalsAnswer,
    offerPasskeyHere: z
      .boolean()
      .describe(
        "The passkey came from another device, and this browser was not offered one of its own for a month.",
      ),
  }),
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
  handle: async (ctx, { credential }, _params, _query, headers) => {
    const { user, signals, session, fromElsewhere } = await finishSignIn(ctx, credential);
    const held = headers.get("cookie");
    const hasRoom = signals.allAcceptedCredentialIds.length < ctx.config.maxCredentialsPerUser;
    const offerPasskeyHere = fromElsewhere && hasRoom && !wasOffered(ctx, held);
    const cookies = [
      await rememberAccount(ctx, held, user.id),
      ...(offerPasskeyHere ? [offeredCookie(ctx)] : []),
    ];
    return { data: { user, signals, offerPasskeyHere }, session, cookies };
  },
});

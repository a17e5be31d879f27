/** POST /api/v1/webauthn/register/complete */
import { z } from "zod";
import { finishRegistration } from "#lib/accounts/finish-registration.ts";
import { passkeySchema } from "#lib/credentials/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { rememberAccount } from "#lib/http/known-accounts-cookie.ts";
import { completeRegistrationSchema } from "#lib/passkeys/schema.ts";
import { signalsAnswer, userAnswer } from "../answers.ts";
import { ceremonyLimits } from "./ceremony-limits.ts";

/** Answers with the new passkey; a new account is signed in at once, a session without a passkey goes on as one with it. */
export const registerComplete = defineRoute({
  method: "POST",
  path: "/api/v1/webauthn/register/complete",
  summary: "Finishes a registration; a new account is signed in.",
  access: "optional",
  body: completeRegistrationSchema,
  response: z.object({
    user: userAnswer,
    passkey: passkeySchema.pick({
      id: true,
      name: true,
      createdAt: true,
      synced: true,
      backupEligible: true,
      backupState: true,
      deviceType: true,
      transports: true,
    }),
    signals: signalsAnswer,
  }),
  errors: [
    "MISSING_CHALLENGE",
    "INVALID_CHALLENGE",
    "CHALLENGE_EXPIRED",
    "INVALID_ATTESTATION",
    "ATTESTATION_NOT_ALLOWED",
    "UNAUTHENTICATED",
    "FORBIDDEN",
    "USER_DISABLED",
    "SIGN_UP_CLOSED",
    "USER_EXISTS",
    "DUPLICATE_CREDENTIAL",
    "CREDENTIAL_LIMIT",
  ],
  ...ceremonyLimits,
  handle: async (ctx, { credential, deviceName }, _params, _query, headers) => {
    const { session, ...data } = await finishRegistration(ctx, { response: credential, deviceName });
    if (!session) return { data };
    return { data, session, cookies: [await rememberAccount(ctx, headers.get("cookie"), data.user.id)] };
  },
});

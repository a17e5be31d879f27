/** POST /api/v1/webauthn/step-up/complete */
import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { finishStepUp } from "#lib/passkeys/finish-step-up.ts";
import { completeAuthenticationSchema } from "#lib/passkeys/schema.ts";
import { ceremonyLimits } from "./ceremony-limits.ts";

/** Answers with the times of the window that is now open for sensitive operations. */
export const stepUpComplete = defineRoute({
  method: "POST",
  path: "/api/v1/webauthn/step-up/complete",
  summary: "Finishes the confirmation; sensitive operations go on until `expiresAt`.",
  access: "session",
  body: completeAuthenticationSchema,
  response: z.object({ authTime: z.date(), expiresAt: z.date() }),
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
  handle: async (ctx, { credential }) => ({ data: await finishStepUp(ctx, credential) }),
});

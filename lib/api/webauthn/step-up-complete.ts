/** POST /api/v1/webauthn/step-up/complete */
import { defineRoute } from "#lib/http/define-route.ts";
import { finishStepUp } from "#lib/passkeys/finish-step-up.ts";
import { completeAuthenticationSchema } from "#lib/passkeys/schema.ts";
import { ceremonyLimits } from "./ceremony-limits.ts";

/** Answers with the times of the window that is now open for sensitive operations. */
export const stepUpComplete = defineRoute({
  access: "session",
  body: completeAuthenticationSchema,
  ...ceremonyLimits,
  handle: async (ctx, { credential }) => ({ data: await finishStepUp(ctx, credential) }),
});

/** POST /api/v1/webauthn/step-up/begin */
import { defineRoute } from "#lib/http/define-route.ts";
import { beginStepUp } from "#lib/passkeys/begin-step-up.ts";
import { beginStepUpSchema } from "#lib/passkeys/schema.ts";
import { ceremonyLimits } from "./ceremony-limits.ts";

export const stepUpBegin = defineRoute({
  access: "session",
  body: beginStepUpSchema,
  ...ceremonyLimits,
  handle: async (ctx) => ({ data: await beginStepUp(ctx) }),
});

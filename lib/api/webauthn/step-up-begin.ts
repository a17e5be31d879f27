/** POST /api/v1/webauthn/step-up/begin */
import { defineRoute } from "#lib/http/define-route.ts";
import { beginStepUp } from "#lib/passkeys/begin-step-up.ts";
import { beginStepUpSchema } from "#lib/passkeys/schema.ts";
import { requestOptionsAnswer } from "../answers.ts";
import { ceremonyLimits } from "./ceremony-limits.ts";

export const stepUpBegin = defineRoute({
  method: "POST",
  path: "/api/v1/webauthn/step-up/begin",
  summary: "Begins the confirmation that sensitive operations ask for.",
  access: "session",
  body: beginStepUpSchema,
  response: requestOptionsAnswer,
  errors: [],
  ...ceremonyLimits,
  handle: async (ctx) => ({ data: await beginStepUp(ctx) }),
});

/** GET /api/v1/me/signals */
import { defineRoute } from "#lib/http/define-route.ts";
import { readSignals } from "#lib/passkeys/managing/read-signals.ts";
import { signalsAnswer } from "../answers.ts";

export const getSignals = defineRoute({
  method: "GET",
  path: "/api/v1/me/signals",
  summary: "What a page may tell the browser about your passkeys by the WebAuthn Signal API.",
  access: "session",
  response: signalsAnswer,
  errors: [],
  handle: async (ctx) => ({ data: await readSignals(ctx) }),
});

/** POST /api/v1/webauthn/unknown-credential */
import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { isUnknownCredential } from "#lib/passkeys/is-unknown-credential.ts";
import { unknownCredentialSchema } from "#lib/passkeys/schema.ts";

/** The cookie is not looked at: pages ask after a refusal, signed in or not. */
export const unknownCredential = defineRoute({
  method: "POST",
  path: "/api/v1/webauthn/unknown-credential",
  summary: "Whether no account has a passkey of that id, so that the browser may be told to forget it.",
  access: "anonymous",
  body: unknownCredentialSchema,
  response: z.object({
    unknown: z.boolean().describe("Then, and only then, call `signalUnknownCredential`."),
    rpId: z.string(),
  }),
  errors: [],
  handle: async (ctx, { credentialId }) => ({
    data: { unknown: await isUnknownCredential(ctx, credentialId), rpId: ctx.config.rpId },
  }),
});

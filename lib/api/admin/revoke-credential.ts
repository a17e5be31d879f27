/** POST /api/v1/admin/credentials/{id}/revoke */
import { z } from "zod";
import { passkeyIdSchema, revokePasskeySchema } from "#lib/credentials/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { revokePasskey } from "#lib/passkeys/managing/revoke-passkey.ts";

export const revokeCredential = defineRoute({
  method: "POST",
  path: "/api/v1/admin/credentials/{id}/revoke",
  summary:
    "Revokes anybody's passkey and ends the sessions that it opened. For administrators who confirmed it's them.",
  access: "administration",
  permission: "credentials.revoke",
  params: z.strictObject({ id: passkeyIdSchema }),
  body: revokePasskeySchema,
  response: z.object({
    credential: z.object({
      id: passkeyIdSchema,
      userId: z.string(),
      revokedAt: z.date(),
      reason: z.string(),
    }),
    sessionsEnded: z.number().int(),
    signedOut: z.boolean().describe("Your own session hung on this passkey."),
  }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CREDENTIAL_NOT_FOUND", "LAST_CREDENTIAL"],
  handle: async (ctx, { reason }, { id }) => {
    const { sessionsEnded, signedOut, ...credential } = await revokePasskey(ctx, { id, reason });
    const data = { credential, sessionsEnded, signedOut };
    return signedOut ? { data, session: "end" } : { data };
  },
});

/** PATCH and DELETE /api/v1/me/passkeys/{id} */
import { z } from "zod";
import { removePasskey } from "#lib/accounts/remove-passkey.ts";
import { passkeyIdSchema, passkeySchema, renamePasskeySchema } from "#lib/credentials/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { renamePasskey } from "#lib/passkeys/managing/rename-passkey.ts";
import { signalsAnswer } from "../answers.ts";

const params = z.strictObject({ id: passkeyIdSchema });

export const patchPasskey = defineRoute({
  method: "PATCH",
  path: "/api/v1/me/passkeys/{id}",
  summary: "Renames one of your passkeys. Needs a confirmation of the last ten minutes.",
  access: "session",
  params,
  body: renamePasskeySchema,
  response: z.object({ passkey: passkeySchema, signals: signalsAnswer }),
  errors: ["STEP_UP_REQUIRED", "CREDENTIAL_NOT_FOUND"],
  handle: async (ctx, { name }, { id }) => ({ data: await renamePasskey(ctx, { id, name }) }),
});

/** When the session that asks hung on the passkey, it has ended too, and the cookie goes with it. */
export const deletePasskey = defineRoute({
  method: "DELETE",
  path: "/api/v1/me/passkeys/{id}",
  summary:
    "Removes one of your passkeys and ends the sessions that it opened. Needs a confirmation of the last ten minutes.",
  access: "session",
  params,
  response: z.object({ signedOut: z.boolean(), signals: signalsAnswer }),
  errors: ["STEP_UP_REQUIRED", "CREDENTIAL_NOT_FOUND", "LAST_CREDENTIAL"],
  handle: async (ctx, _body, { id }) => {
    const data = await removePasskey(ctx, id);
    return data.signedOut ? { data, session: "end" } : { data };
  },
});

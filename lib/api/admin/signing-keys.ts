/** GET /api/v1/admin/signing-keys, POST …/rotate and …/{kid}/revoke */
import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { listSigningKeys } from "#lib/signing-keys/list-signing-keys.ts";
import { revokeSigningKey } from "#lib/signing-keys/revoke-signing-key.ts";
import { rotateSigningKeys } from "#lib/signing-keys/rotate-signing-keys.ts";
import { kidSchema, rotationSchema, signingKeySchema } from "#lib/signing-keys/schema.ts";

const response = z.object({ keys: z.array(signingKeySchema).describe("Oldest first.") });

export const getSigningKeys = defineRoute({
  method: "GET",
  path: "/api/v1/admin/signing-keys",
  summary: "Lists the keys that sign tokens, retired ones too.",
  access: "administration",
  permission: "signing_keys.read",
  response,
  errors: ["FORBIDDEN"],
  handle: async (ctx) => ({ data: { keys: await listSigningKeys(ctx) } }),
});

export const postSigningKeyRotation = defineRoute({
  method: "POST",
  path: "/api/v1/admin/signing-keys/rotate",
  summary:
    "Lets the next keys take over, at once or as soon as they have been published long enough (`signsFrom`). Tokens signed so far stay good. For administrators who confirmed it's them.",
  access: "administration",
  permission: "signing_keys.write",
  body: rotationSchema,
  response,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED"],
  handle: async (ctx, { algorithm }) => ({ data: { keys: await rotateSigningKeys(ctx, { algorithm }) } }),
});

export const postSigningKeyRevocation = defineRoute({
  method: "POST",
  path: "/api/v1/admin/signing-keys/{kid}/revoke",
  summary:
    "Withdraws a key that somebody else may have: the tokens that it signed are refused as soon as apps fetch the keys again. For administrators who confirmed it's them.",
  access: "administration",
  permission: "signing_keys.write",
  params: z.strictObject({ kid: kidSchema }),
  response,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "NOT_FOUND"],
  handle: async (ctx, _body, { kid }) => ({ data: { keys: await revokeSigningKey(ctx, { kid }) } }),
});

/** What can be done to the issuer's keys from the administration's pages. */
import { z } from "zod";
import { administrationAction } from "#lib/http/administration-action.ts";
import { revokeSigningKey } from "#lib/signing-keys/revoke-signing-key.ts";
import { rotateSigningKeys } from "#lib/signing-keys/rotate-signing-keys.ts";
import { kidSchema, signingAlgorithmSchema } from "#lib/signing-keys/schema.ts";

export const rotateSigningKeysAction = administrationAction({
  name: "rotate-signing-keys",
  permission: "signing_keys.write",
  form: z.strictObject({
    algorithm: z.union([z.literal("").transform(() => undefined), signingAlgorithmSchema]),
  }),
  handle: async (ctx, { algorithm }) => {
    await rotateSigningKeys(ctx, { algorithm });
    return {};
  },
});

export const revokeSigningKeyAction = administrationAction({
  name: "revoke-signing-key",
  permission: "signing_keys.write",
  form: z.strictObject({ kid: kidSchema }),
  handle: async (ctx, { kid }) => {
    await revokeSigningKey(ctx, { kid });
    return {};
  },
});

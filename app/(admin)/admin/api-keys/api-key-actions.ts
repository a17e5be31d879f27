/** What can be done about API keys from the administration's pages. */
import { z } from "zod";
import type { ApiKeyId } from "#drizzle/schema/ids.ts";
import { createApiKey } from "#lib/api-keys/create-api-key.ts";
import { revokeApiKey } from "#lib/api-keys/revoke-api-key.ts";
import { apiKeyIdSchema, newApiKeySchema } from "#lib/api-keys/schema.ts";
import { administrationAction } from "#lib/http/administration-action.ts";

export const createApiKeyAction = administrationAction({
  name: "create-api-key",
  permission: "api_keys.write",
  lists: ["scopes"],
  form: newApiKeySchema.extend({
    expiresInDays: z.coerce.number("must be a number").pipe(newApiKeySchema.shape.expiresInDays.unwrap()),
  }),
  handle: async (ctx, wishes) => ({ secret: (await createApiKey(ctx, wishes)).key }),
});

export const revokeApiKeyAction = administrationAction({
  name: "revoke-api-key",
  permission: "api_keys.write",
  form: z.strictObject({ id: apiKeyIdSchema }),
  handle: async (ctx, { id }) => {
    await revokeApiKey(ctx, id as ApiKeyId);
    return {};
  },
});

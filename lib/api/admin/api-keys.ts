/** GET and POST /api/v1/admin/api-keys, DELETE /api/v1/admin/api-keys/{id} */
import { z } from "zod";
import type { ApiKeyId } from "#drizzle/schema/ids.ts";
import { createApiKey } from "#lib/api-keys/create-api-key.ts";
import { listApiKeys } from "#lib/api-keys/list-api-keys.ts";
import { revokeApiKey } from "#lib/api-keys/revoke-api-key.ts";
import { apiKeyIdSchema, apiKeySchema, newApiKeySchema } from "#lib/api-keys/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const path = "/api/v1/admin/api-keys";

export const getApiKeys = defineRoute({
  method: "GET",
  path,
  summary: "Lists the API keys, the latest first, also those that ended in the last months.",
  access: "administration",
  permission: "api_keys.read",
  response: z.object({ apiKeys: z.array(apiKeySchema) }),
  errors: ["FORBIDDEN"],
  handle: async (ctx) => ({ data: { apiKeys: await listApiKeys(ctx) } }),
});

export const postApiKey = defineRoute({
  method: "POST",
  path,
  summary: "Makes an API key of your own. The key is shown once. No key makes keys.",
  access: "administration",
  permission: "api_keys.write",
  body: newApiKeySchema,
  response: z.object({ key: z.string(), apiKey: apiKeySchema }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED"],
  handle: async (ctx, body) => ({ data: await createApiKey(ctx, body) }),
});

export const deleteApiKey = defineRoute({
  method: "DELETE",
  path: `${path}/{id}`,
  summary: "Ends an API key at once.",
  access: "administration",
  permission: "api_keys.write",
  params: z.strictObject({ id: apiKeyIdSchema }),
  response: z.object({ revoked: z.boolean() }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    await revokeApiKey(ctx, id as ApiKeyId);
    return { data: { revoked: true } };
  },
});

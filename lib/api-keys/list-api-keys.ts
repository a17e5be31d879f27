/** The keys of this installation, also those that ended in the last months. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { describeApiKey } from "./describe-api-key.ts";
import type { ApiKey } from "./schema.ts";
import { selectApiKeys } from "./store.ts";

/** The latest first. @throws DomainError FORBIDDEN */
export async function listApiKeys(ctx: Context): Promise<ApiKey[]> {
  checkPermission(ctx, "api_keys.read");
  const rows = await selectApiKeys(ctx.db);
  return rows.map(({ key, createdByName }) => describeApiKey(key, createdByName, ctx.now));
}

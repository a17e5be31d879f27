/** One relying app, for whoever manages them. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { requireClient } from "./require-client.ts";

/** Also a disabled one. @throws DomainError FORBIDDEN, CLIENT_NOT_FOUND */
export async function getClient(ctx: Context, id: string): Promise<ClientRow> {
  checkPermission(ctx, "clients.read");
  return await requireClient(ctx.db, id);
}

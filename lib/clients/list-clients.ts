/** The relying apps, for whoever manages them. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { selectAllClients } from "./store.ts";

/** All of them, disabled ones too, by name. @throws DomainError FORBIDDEN to all but operators and administrators. */
export async function listClients(ctx: Context): Promise<ClientRow[]> {
  checkPermission(ctx, "clients.read");
  return await selectAllClients(ctx.db);
}

/** The relying apps, for whoever manages them. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { checkMayReadClients } from "./check-may-manage.ts";
import { selectAllClients } from "./store.ts";

/** All of them, disabled ones too, by name. @throws DomainError FORBIDDEN to all but operators and administrators. */
export async function listClients(ctx: Context): Promise<ClientRow[]> {
  checkMayReadClients(ctx);
  return await selectAllClients(ctx.db);
}

/** Which groups may use an app, for whoever manages them. */
import type { Context } from "#lib/context/context.ts";
import { getClient } from "./get-client.ts";
import { selectClientGroups } from "./store.ts";

/** Their ids; none where everybody may. @throws DomainError FORBIDDEN, CLIENT_NOT_FOUND */
export async function listClientGroups(ctx: Context, clientId: string): Promise<string[]> {
  const { id } = await getClient(ctx, clientId);
  return await selectClientGroups(ctx.db, id);
}

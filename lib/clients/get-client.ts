/** One relying app, for whoever manages them. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { findAnyClient } from "./store.ts";

/** Also a disabled one. @throws DomainError FORBIDDEN, CLIENT_NOT_FOUND */
export async function getClient(ctx: Context, id: string): Promise<ClientRow> {
  checkPermission(ctx, "clients.read");
  const client = await findAnyClient(ctx.db, id);
  if (!client) throw new DomainError("CLIENT_NOT_FOUND");
  return client;
}

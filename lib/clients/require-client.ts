/** The app that an operation is about which has asked for its own permission: changing is not looking. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { findAnyClient } from "./store.ts";

/** Also a disabled one. @throws DomainError CLIENT_NOT_FOUND */
export async function requireClient(db: Db, id: string): Promise<ClientRow> {
  const client = await findAnyClient(db, id);
  if (!client) throw new DomainError("CLIENT_NOT_FOUND");
  return client;
}

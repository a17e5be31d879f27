/** Reads of `users` and `clients` for what is done to many. */
import { inArray } from "drizzle-orm";
import { clients } from "#drizzle/schema/clients.ts";
import type { ClientId, UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";

export async function findNamedUsers(db: Db, ids: readonly UserId[]) {
  return await db
    .select({ id: users.id, name: users.displayName, status: users.status })
    .from(users)
    .where(inArray(users.id, [...ids]));
}

export async function findNamedClients(db: Db, ids: readonly ClientId[]) {
  return await db
    .select({ id: clients.id, name: clients.name, disabledAt: clients.disabledAt })
    .from(clients)
    .where(inArray(clients.id, [...ids]));
}

/** Reads of `grants` across people. */
import { and, eq, sql } from "drizzle-orm";
import { clients } from "#drizzle/schema/clients.ts";
import { grants } from "#drizzle/schema/grants.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";
import { type KeysetOrder, keysetPage, sortKeyOf } from "#lib/db/keyset.ts";
import type { GrantQuery } from "./schema.ts";

/** Ids are in the order of time: the newest first. */
const order: KeysetOrder = { by: grants.id, type: "uuid", id: grants.id, descending: true };

const ofClient = (client: string | undefined) =>
  client === undefined ? undefined : eq(grants.clientId, client as ClientId);

export function selectGrantsAcross(db: Db, { client, ...position }: GrantQuery) {
  return keysetPage(order, position, (page) =>
    db
      .select({
        id: grants.id,
        userId: grants.userId,
        displayName: users.displayName,
        username: users.username,
        clientId: grants.clientId,
        clientName: clients.name,
        scopes: grants.scopes,
        claims: grants.claims,
        resources: grants.resources,
        consentedAt: grants.consentedAt,
        updatedAt: grants.updatedAt,
        sortKey: sortKeyOf(order),
      })
      .from(grants)
      .innerJoin(users, eq(users.id, grants.userId))
      .innerJoin(clients, eq(clients.id, grants.clientId))
      .where(and(ofClient(client), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
}

/** How many there are, counted no further than `most`. */
export async function countGrantsAcross(db: Db, client: string | undefined, most: number): Promise<number> {
  const some = db.select({ id: grants.id }).from(grants).where(ofClient(client)).limit(most).as("some");
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

/** Rows of `grants`. */
import { and, eq, sql } from "drizzle-orm";
import { clients } from "#drizzle/schema/clients.ts";
import { type GrantRow, grants } from "#drizzle/schema/grants.ts";
import type { ClientId, GrantId, UserId } from "#drizzle/schema/ids.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";

const selectGrant = prepared((db) =>
  db
    .select()
    .from(grants)
    .where(
      and(eq(grants.userId, sql.placeholder("userId")), eq(grants.clientId, sql.placeholder("clientId"))),
    )
    .prepare("select_grant"),
);

export async function findGrant(
  db: Database,
  input: { userId: UserId; clientId: ClientId },
): Promise<GrantRow | undefined> {
  const [row] = await selectGrant(db).execute(input);
  return row;
}

/** Adds to what the person let the app have, making the row where there is none. Returns its id. */
export async function mergeGrant(
  db: Db,
  input: Pick<GrantRow, "id" | "userId" | "clientId"> & {
    scopes: readonly string[];
    claims: readonly string[];
    resources: readonly string[];
    /** Null leaves it as it was. */
    consentedAt: Date | null;
    now: Date;
  },
): Promise<GrantId> {
  const [row] = await db
    .insert(grants)
    .values({
      id: input.id,
      userId: input.userId,
      clientId: input.clientId,
      scopes: [...input.scopes],
      claims: [...input.claims],
      resources: [...input.resources],
      consentedAt: input.consentedAt,
      createdAt: input.now,
      updatedAt: input.now,
    })
    .onConflictDoUpdate({
      target: [grants.userId, grants.clientId],
      set: {
        scopes: sql`array(select distinct unnest(${grants.scopes} || excluded.scopes) order by 1)`,
        claims: sql`array(select distinct unnest(${grants.claims} || excluded.claims) order by 1)`,
        resources: sql`array(select distinct unnest(${grants.resources} || excluded.resources) order by 1)`,
        consentedAt: sql`coalesce(excluded.consented_at, ${grants.consentedAt})`,
        updatedAt: input.now,
      },
    })
    .returning({ id: grants.id })
    .prepare("merge_grant")
    .execute();
  if (!row) throw new Error("an upsert returned no row");
  return row.id;
}

/** Removes a grant, and by that every code and token that hangs on it. Undefined where there is none. */
export async function deleteGrant(
  db: Db,
  { userId, clientId }: { userId: UserId; clientId: ClientId },
): Promise<GrantRow | undefined> {
  const [row] = await db
    .delete(grants)
    .where(and(eq(grants.userId, userId), eq(grants.clientId, clientId)))
    .returning();
  return row;
}

/** By name. Every sign-in to an app writes to its grant, so `updatedAt` is the last one's. */
export async function selectGrantsOf(db: Db, userId: UserId) {
  return await db
    .select({
      clientId: grants.clientId,
      name: clients.name,
      clientUri: clients.clientUri,
      firstParty: clients.firstParty,
      source: clients.source,
      disabledAt: clients.disabledAt,
      registeredScopes: clients.scopes,
      scopes: grants.scopes,
      claims: grants.claims,
      resources: grants.resources,
      createdAt: grants.createdAt,
      updatedAt: grants.updatedAt,
    })
    .from(grants)
    .innerJoin(clients, eq(clients.id, grants.clientId))
    .where(eq(grants.userId, userId))
    .orderBy(clients.name, grants.clientId);
}

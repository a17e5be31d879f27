/** Reads the apps that a person used or that would let them in. */
import { and, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { clientGroups, clients } from "#drizzle/schema/clients.ts";
import { grants } from "#drizzle/schema/grants.ts";
import { groupMembers } from "#drizzle/schema/groups.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Db } from "#lib/db/client.ts";

export interface LauncherQuery {
  readonly userId: UserId;
  readonly limit: number;
}

/**
 * Apps that are open to the person: the used ones, the latest first, then those that an administrator registered and
 * that have a page to begin at. What registered itself is nobody's offer.
 */
export async function selectAppsFor(db: Db, { userId, limit }: LauncherQuery) {
  const admitted = sql`not exists (
    select from ${clientGroups} where ${clientGroups.clientId} = ${clients.id}
  ) or exists (
    select from ${clientGroups}
    join ${groupMembers} on ${groupMembers.groupId} = ${clientGroups.groupId}
    where ${clientGroups.clientId} = ${clients.id} and ${groupMembers.userId} = ${userId}
  )`;
  return await db
    .select({
      clientId: clients.id,
      name: clients.name,
      clientUri: clients.clientUri,
      lastUsedAt: grants.updatedAt,
    })
    .from(clients)
    .leftJoin(grants, and(eq(grants.clientId, clients.id), eq(grants.userId, userId)))
    .where(
      and(
        isNull(clients.disabledAt),
        sql`(${admitted})`,
        or(isNotNull(grants.id), and(eq(clients.source, "manual"), isNotNull(clients.clientUri))),
      ),
    )
    .orderBy(sql`${desc(grants.updatedAt)} nulls last`, clients.name, clients.id)
    .limit(limit);
}

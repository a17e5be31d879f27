/** Counts of what somebody should look at; each stops at a limit, or is made by a job. */
import { and, eq, gt, gte, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { apiKeys } from "#drizzle/schema/api-keys.ts";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { clientSecrets, clients } from "#drizzle/schema/clients.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import { users } from "#drizzle/schema/users.ts";
import type { AuditAction } from "#lib/audit/catalogue.ts";
import type { Db } from "#lib/db/client.ts";

/** How many active people have no working passkey, and how many have one alone. Reads everybody. */
export async function countPeopleByPasskeys(db: Db): Promise<{ none: number; one: number }> {
  const [row] = await db.execute<{ none: number; one: number }>(sql`
    select count(*) filter (where passkeys is null)::int as none, count(*) filter (where passkeys = 1)::int as one
    from ${users} left join (
      select ${credentials.userId} as user_id, count(*) as passkeys from ${credentials}
      where ${credentials.revokedAt} is null group by 1
    ) as held on held.user_id = ${users.id}
    where ${users.status} = 'active'`);
  return { none: row?.none ?? 0, one: row?.one ?? 0 };
}

export async function countSuspectedClones(db: Db, most: number): Promise<number> {
  const some = await db
    .select({ id: credentials.id })
    .from(credentials)
    .where(and(isNotNull(credentials.cloneSuspectedAt), isNull(credentials.revokedAt)))
    .limit(most);
  return some.length;
}

/** Apps that will have no secret left by then, though they have one now. */
export async function selectExpiringClients(db: Db, now: Date, until: Date, most: number) {
  const lastEnd = sql`max(coalesce(${clientSecrets.expiresAt}, 'infinity'::timestamptz))`;
  return await db
    .select({ id: clients.id, name: clients.name })
    .from(clients)
    .innerJoin(clientSecrets, eq(clientSecrets.clientId, clients.id))
    .where(isNull(clients.disabledAt))
    .groupBy(clients.id)
    .having(
      sql`${lastEnd} > ${now.toISOString()}::timestamptz and ${lastEnd} <= ${until.toISOString()}::timestamptz`,
    )
    .orderBy(lastEnd)
    .limit(most);
}

export async function selectExpiringApiKeys(db: Db, now: Date, until: Date, most: number) {
  return await db
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now), lte(apiKeys.expiresAt, until)))
    .orderBy(apiKeys.expiresAt)
    .limit(most);
}

/** Along the index by action, outcome and time. */
export async function countFailuresSince(
  db: Db,
  action: AuditAction,
  since: Date,
  most: number,
): Promise<number> {
  const some = await db
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.action, action),
        eq(auditEvents.outcome, "failure"),
        gte(auditEvents.occurredAt, since),
      ),
    )
    .limit(most);
  return some.length;
}

/** Rows of `api_keys`. */
import { and, desc, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { type ApiKeyRow, apiKeys } from "#drizzle/schema/api-keys.ts";
import type { ApiKeyId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";

const selectLiveKey = prepared((db) =>
  db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      createdBy: apiKeys.createdBy,
      lastUsedAt: apiKeys.lastUsedAt,
      creatorRole: users.role,
    })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.createdBy))
    .where(
      and(
        eq(apiKeys.keyHash, sql.placeholder("keyHash")),
        isNull(apiKeys.revokedAt),
        gt(apiKeys.expiresAt, sql.placeholder("now")),
        eq(users.status, "active"),
      ),
    )
    .prepare("select_live_api_key"),
);

/** The key, where it lives and so does the person who made it; one round trip, never from a cache. */
export async function findLiveApiKey(db: Database, keyHash: Uint8Array, now: Date) {
  const [row] = await selectLiveKey(db).execute({ keyHash, now: now.toISOString() });
  return row;
}

/** Notes the use; an older time never overwrites a newer one. */
export async function touchApiKey(db: Database, id: ApiKeyId, ip: string, now: Date): Promise<void> {
  await db
    .update(apiKeys)
    .set({ lastUsedAt: now, lastUsedIp: ip })
    .where(
      and(
        eq(apiKeys.id, id),
        sql`(${apiKeys.lastUsedAt} is null or ${apiKeys.lastUsedAt} < ${now.toISOString()})`,
      ),
    );
}

export async function insertApiKey(db: Db, row: typeof apiKeys.$inferInsert): Promise<void> {
  await db.insert(apiKeys).values(row);
}

/** Those that were not swept yet, the latest first: an instance has few. */
export async function selectApiKeys(db: Db) {
  return await db
    .select({ key: apiKeys, createdByName: users.displayName })
    .from(apiKeys)
    .innerJoin(users, eq(users.id, apiKeys.createdBy))
    .orderBy(desc(apiKeys.id))
    .limit(1000);
}

/** The row, if it lived; of two who revoke it at once one gets it. */
export async function setApiKeyRevoked(db: Db, id: ApiKeyId, now: Date): Promise<ApiKeyRow | undefined> {
  const [row] = await db
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now)))
    .returning();
  return row;
}

export async function deleteApiKeysBefore(db: Db, before: Date): Promise<number> {
  const rows = await db
    .delete(apiKeys)
    .where(lte(sql`coalesce(${apiKeys.revokedAt}, ${apiKeys.expiresAt})`, before.toISOString()))
    .returning({ id: apiKeys.id });
  return rows.length;
}

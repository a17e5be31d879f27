/** Rows of `used_jwt_ids`: JWTs that were shown, until they expire. */
import { lte } from "drizzle-orm";
import { usedJwtIds } from "#drizzle/schema/oidc.ts";
import type { Db } from "#lib/db/client.ts";

/** False for one that is there already: of any number at once, one is the first. */
export async function insertUsedJwt(db: Db, row: typeof usedJwtIds.$inferInsert): Promise<boolean> {
  const rows = await db
    .insert(usedJwtIds)
    .values(row)
    .onConflictDoNothing()
    .returning({ expiresAt: usedJwtIds.expiresAt })
    .prepare("insert_used_jwt")
    .execute();
  return rows.length === 1;
}

export async function deleteUsedJwtsBefore(db: Db, expiredBefore: Date): Promise<number> {
  const rows = await db
    .delete(usedJwtIds)
    .where(lte(usedJwtIds.expiresAt, expiredBefore))
    .returning({ expiresAt: usedJwtIds.expiresAt });
  return rows.length;
}

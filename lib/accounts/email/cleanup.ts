/** Removes links to addresses that nobody confirmed in time. */
import { lte } from "drizzle-orm";
import { emailVerifications } from "#drizzle/schema/accounts.ts";
import type { Db } from "#lib/db/client.ts";

/** The number of rows removed. */
export async function deleteExpiredEmailVerifications(db: Db, now: Date): Promise<number> {
  const rows = await db
    .delete(emailVerifications)
    .where(lte(emailVerifications.expiresAt, now))
    .returning({ userId: emailVerifications.userId });
  return rows.length;
}

/** Rows of `signing_keys`. */
import { asc, eq, sql } from "drizzle-orm";
import { type SigningKeyRow, signingKeys } from "#drizzle/schema/signing-keys.ts";
import type { Db } from "#lib/db/client.ts";

/** Any constant will do; it only has to be the same in every instance. */
const changeLock = 4_701_002;

/** Waits until no other instance is changing keys; released at the end of the transaction. */
export async function lockKeyChanges(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${changeLock})`);
}

/** Every key, oldest first. */
export async function listSigningKeys(db: Db): Promise<SigningKeyRow[]> {
  return db.select().from(signingKeys).orderBy(asc(signingKeys.createdAt), asc(signingKeys.kid));
}

export async function insertSigningKey(db: Db, row: typeof signingKeys.$inferInsert): Promise<void> {
  await db.insert(signingKeys).values(row);
}

/** Changes a key's state and times. */
export async function updateSigningKey(
  db: Db,
  kid: string,
  change: Partial<typeof signingKeys.$inferInsert>,
): Promise<void> {
  await db.update(signingKeys).set(change).where(eq(signingKeys.kid, kid));
}

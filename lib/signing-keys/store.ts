/** Rows of `signing_keys`. */
import { desc, sql } from "drizzle-orm";
import { type SigningKeyRow, signingKeys } from "#drizzle/schema/signing-keys.ts";
import type { Db } from "#lib/db/client.ts";

/** Any constant will do; it only has to be the same in every instance. */
const creationLock = 4_701_002;

/** Waits until no other instance is making a key; released at the end of the transaction. */
export async function lockKeyCreation(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${creationLock})`);
}

/** Every key, newest first. */
export async function listSigningKeys(db: Db): Promise<SigningKeyRow[]> {
  return db.select().from(signingKeys).orderBy(desc(signingKeys.createdAt));
}

export async function insertSigningKey(db: Db, row: typeof signingKeys.$inferInsert): Promise<void> {
  await db.insert(signingKeys).values(row);
}

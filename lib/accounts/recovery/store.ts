/** Rows of `recovery_codes`. */
import { and, count, eq, isNull, max, sql } from "drizzle-orm";
import { recoveryCodes } from "#drizzle/schema/accounts.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";

/** The caller holds the person's row. How many of the old set had not been used. */
export async function replaceRecoveryCodes(
  db: Db,
  userId: UserId,
  { hashes, now }: { readonly hashes: readonly Uint8Array[]; readonly now: Date },
): Promise<number> {
  const old = await db
    .delete(recoveryCodes)
    .where(eq(recoveryCodes.userId, userId))
    .returning({ usedAt: recoveryCodes.usedAt });
  await db
    .insert(recoveryCodes)
    .values(hashes.map((codeHash) => ({ codeHash, userId, createdAt: now, usedAt: null })));
  return old.filter(({ usedAt }) => usedAt === null).length;
}

export async function countRecoveryCodes(db: Db, userId: UserId) {
  const [row] = await db
    .select({
      total: count(),
      left: count(sql`case when ${recoveryCodes.usedAt} is null then 1 end`),
      createdAt: max(recoveryCodes.createdAt),
    })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.userId, userId));
  return row ?? { total: 0, left: 0, createdAt: null };
}

/**
 * Holds the row of the code's owner until the transaction ends, where there is one. Whoever replaces the codes holds it
 * too, before theirs: taking them in another order, the two could wait for each other.
 */
export async function lockOwnerOfCode(db: Db, codeHash: Uint8Array): Promise<void> {
  await db
    .select({ id: users.id })
    .from(users)
    .innerJoin(recoveryCodes, eq(recoveryCodes.userId, users.id))
    .where(eq(recoveryCodes.codeHash, codeHash))
    .for("update", { of: users });
}

/** Marks the code as used and tells whose it was: of any number of callers at once, one gets the row. */
export async function takeRecoveryCode(db: Db, codeHash: Uint8Array, now: Date) {
  const [row] = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .from(users)
    .where(
      and(
        eq(recoveryCodes.codeHash, codeHash),
        isNull(recoveryCodes.usedAt),
        eq(users.id, recoveryCodes.userId),
        eq(users.status, "active"),
      ),
    )
    .returning({
      id: users.id,
      username: users.username,
      displayName: users.displayName,
      locale: users.locale,
    });
  return row;
}

/** Why a code was not taken, for the trail alone. */
export async function findRecoveryCode(db: Db, codeHash: Uint8Array) {
  const [row] = await db
    .select({ userId: recoveryCodes.userId, usedAt: recoveryCodes.usedAt })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.codeHash, codeHash));
  return row;
}

/** Rows of `users`. */
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { UserId } from "#drizzle/schema/ids.ts";
import { type UserRow, users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";
import { uniqueViolation } from "#lib/db/violation.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

/** @throws DomainError USER_EXISTS when the name is taken, in whatever case. */
export async function insertUser(db: Db, row: typeof users.$inferInsert): Promise<void> {
  try {
    await db.insert(users).values(row);
  } catch (error) {
    if (uniqueViolation(error) === "users_username_unique")
      throw new DomainError("USER_EXISTS", { cause: error });
    throw error;
  }
}

/** Whether an account has this name; `lower(username)` is what the unique index holds. */
export async function usernameExists(db: Db, username: string): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.username})`, username.toLowerCase()))
    .limit(1);
  return rows.length === 1;
}

export async function findUser(db: Db, id: UserId): Promise<UserRow | undefined> {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  return row;
}

/** Those of the ids that exist, in no order. */
export function selectUsersById(db: Db, ids: readonly UserId[]): Promise<UserRow[]> {
  return db
    .select()
    .from(users)
    .where(inArray(users.id, [...ids]));
}

/** The account with that name, whatever its case. */
export async function findUserByUsername(db: Db, username: string): Promise<UserRow | undefined> {
  const [row] = await db
    .select()
    .from(users)
    .where(eq(sql`lower(${users.username})`, username.toLowerCase()));
  return row;
}

/** Holds the person's row until the transaction ends. False when there is no such active person. */
export async function lockActiveUser(db: Db, id: UserId): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, id), eq(users.status, "active")))
    .for("update");
  return rows.length === 1;
}

/** Holds the person's row, active or not, until the transaction ends. */
export async function lockUser(db: Db, id: UserId): Promise<UserRow | undefined> {
  const [row] = await db.select().from(users).where(eq(users.id, id)).for("update");
  return row;
}

const updateLastLogin = prepared((db) =>
  db
    .update(users)
    .set({ lastLoginAt: sql`${sql.placeholder("now")}` })
    .where(and(eq(users.id, sql.placeholder("id")), eq(users.status, "active")))
    .returning({ id: users.id })
    .prepare("update_last_login"),
);

/** Notes a sign-in. False when the person was disabled meanwhile: the caller must refuse. */
export async function touchLastLogin(db: Db, id: UserId, now: Date): Promise<boolean> {
  const rows = await updateLastLogin(db).execute({ id, now: now.toISOString() });
  return rows.length === 1;
}

/** @throws DomainError USER_EXISTS when a new name is taken, in whatever case. */
export async function updateUser(
  db: Db,
  id: UserId,
  columns: Partial<typeof users.$inferInsert>,
): Promise<UserRow> {
  try {
    const [row] = await db.update(users).set(columns).where(eq(users.id, id)).returning();
    if (!row) throw new Error("an update of a locked row returned none");
    return row;
  } catch (error) {
    if (uniqueViolation(error) === "users_username_unique")
      throw new DomainError("USER_EXISTS", { cause: error });
    throw error;
  }
}

/** By id, which is the order of signing up; those after `after`. */
export function selectUsers(db: Db, after: UserId | undefined, limit: number): Promise<UserRow[]> {
  return db
    .select()
    .from(users)
    .where(after === undefined ? undefined : gt(users.id, after))
    .orderBy(asc(users.id))
    .limit(limit);
}

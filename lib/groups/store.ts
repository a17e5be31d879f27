/** Rows of `groups` and `group_members`. */
import { and, asc, count, eq, gt, sql } from "drizzle-orm";
import { type GroupRow, groupMembers, groups } from "#drizzle/schema/groups.ts";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";
import { uniqueViolation } from "#lib/db/violation.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

/** @throws DomainError GROUP_EXISTS when the name is taken */
export async function insertGroup(db: Db, row: GroupRow): Promise<void> {
  try {
    await db.insert(groups).values(row);
  } catch (error) {
    if (uniqueViolation(error) === "groups_name_unique")
      throw new DomainError("GROUP_EXISTS", { cause: error });
    throw error;
  }
}

export async function findGroup(db: Db, id: GroupId): Promise<GroupRow | undefined> {
  const [row] = await db.select().from(groups).where(eq(groups.id, id));
  return row;
}

/** `name` in lower case. */
export async function findGroupByName(db: Db, name: string): Promise<GroupRow | undefined> {
  const [row] = await db
    .select()
    .from(groups)
    .where(eq(sql`lower(${groups.name})`, name));
  return row;
}

/** Held until the transaction ends: alone (`update`), or together with others who only count on it (`share`). */
export async function lockGroup(
  db: Db,
  id: GroupId,
  strength: "update" | "share",
): Promise<GroupRow | undefined> {
  const [row] = await db.select().from(groups).where(eq(groups.id, id)).for(strength);
  return row;
}

export async function updateGroupDisplayName(
  db: Db,
  id: GroupId,
  displayName: string,
  now: Date,
): Promise<void> {
  await db.update(groups).set({ displayName, updatedAt: now }).where(eq(groups.id, id));
}

/** Members and claims of the group go with it. */
export async function removeGroup(db: Db, id: GroupId): Promise<void> {
  await db.delete(groups).where(eq(groups.id, id));
}

/** By name, those after `after`. */
export function selectGroups(db: Db, after: string | undefined, limit: number): Promise<GroupRow[]> {
  const name = sql`lower(${groups.name})`;
  return db
    .select()
    .from(groups)
    .where(after === undefined ? undefined : gt(name, after))
    .orderBy(asc(name))
    .limit(limit);
}

/** By id, which is the order of signing up; those after `after`. */
export function selectMembers(db: Db, group: GroupId, after: UserId | undefined, limit: number) {
  return db
    .select({
      id: users.id,
      username: users.username,
      displayName: users.displayName,
      addedAt: groupMembers.addedAt,
    })
    .from(groupMembers)
    .innerJoin(users, eq(users.id, groupMembers.userId))
    .where(
      and(eq(groupMembers.groupId, group), after === undefined ? undefined : gt(groupMembers.userId, after)),
    )
    .orderBy(asc(groupMembers.userId))
    .limit(limit);
}

export async function countMembers(db: Db, group: GroupId): Promise<number> {
  const [row] = await db.select({ value: count() }).from(groupMembers).where(eq(groupMembers.groupId, group));
  return row?.value ?? 0;
}

/** Keeps the person from being deleted until the transaction ends. False when there is none. */
export async function holdUser(db: Db, id: UserId): Promise<boolean> {
  const rows = await db.select({ id: users.id }).from(users).where(eq(users.id, id)).for("key share");
  return rows.length === 1;
}

/** False when the person was a member already. Group and person must be held. */
export async function insertMember(db: Db, group: GroupId, user: UserId, now: Date): Promise<boolean> {
  const rows = await db
    .insert(groupMembers)
    .values({ groupId: group, userId: user, addedAt: now })
    .onConflictDoNothing()
    .returning({ userId: groupMembers.userId });
  return rows.length === 1;
}

/** False when the person was no member. */
export async function deleteMember(db: Db, group: GroupId, user: UserId): Promise<boolean> {
  const rows = await db
    .delete(groupMembers)
    .where(and(eq(groupMembers.groupId, group), eq(groupMembers.userId, user)))
    .returning({ userId: groupMembers.userId });
  return rows.length === 1;
}

const selectGroupNames = prepared((db) =>
  db
    .select({ name: groups.name })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(groupMembers.userId, sql.placeholder("userId")))
    .orderBy(sql`${groups.name} collate "C"`)
    .prepare("select_group_names"),
);

/** The names of the person's groups, in the order of their characters' numbers. */
export async function findGroupNamesOf(db: Database, userId: UserId): Promise<string[]> {
  const rows = await selectGroupNames(db).execute({ userId });
  return rows.map(({ name }) => name);
}

/** With since when; by name. */
export async function selectGroupsOf(db: Db, userId: UserId) {
  return await db
    .select({
      id: groups.id,
      name: groups.name,
      displayName: groups.displayName,
      addedAt: groupMembers.addedAt,
    })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(groupMembers.userId, userId))
    .orderBy(asc(sql`lower(${groups.name})`));
}

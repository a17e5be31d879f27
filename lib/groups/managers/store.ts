/** Rows of `group_managers`. */
import { and, asc, count, eq, sql } from "drizzle-orm";
import { groupManagers, groupMembers, groups } from "#drizzle/schema/groups.ts";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";

const isOf = (group: GroupId, user: UserId) =>
  and(eq(groupManagers.groupId, group), eq(groupManagers.userId, user));

export async function isManager(db: Db, group: GroupId, user: UserId): Promise<boolean> {
  const rows = await db.select({ userId: groupManagers.userId }).from(groupManagers).where(isOf(group, user));
  return rows.length === 1;
}

/** The same, and it stays so until the transaction ends. */
export async function holdManager(tx: Db, group: GroupId, user: UserId): Promise<boolean> {
  const rows = await tx
    .select({ userId: groupManagers.userId })
    .from(groupManagers)
    .where(isOf(group, user))
    .for("share");
  return rows.length === 1;
}

/** False when the person was a manager already. Group and person must be held. */
export async function insertManager(db: Db, group: GroupId, user: UserId, now: Date): Promise<boolean> {
  const rows = await db
    .insert(groupManagers)
    .values({ groupId: group, userId: user, addedAt: now })
    .onConflictDoNothing()
    .returning({ userId: groupManagers.userId });
  return rows.length === 1;
}

/** False when the person was no manager. */
export async function deleteManager(db: Db, group: GroupId, user: UserId): Promise<boolean> {
  const rows = await db
    .delete(groupManagers)
    .where(isOf(group, user))
    .returning({ userId: groupManagers.userId });
  return rows.length === 1;
}

export function selectManagers(db: Db, group: GroupId) {
  return db
    .select({
      id: users.id,
      username: users.username,
      displayName: users.displayName,
      addedAt: groupManagers.addedAt,
    })
    .from(groupManagers)
    .innerJoin(users, eq(users.id, groupManagers.userId))
    .where(eq(groupManagers.groupId, group))
    .orderBy(asc(groupManagers.userId));
}

/** By name, with how many are in each. */
export function selectManagedGroups(db: Db, user: UserId) {
  return db
    .select({
      id: groups.id,
      name: groups.name,
      displayName: groups.displayName,
      members: count(groupMembers.userId),
    })
    .from(groupManagers)
    .innerJoin(groups, eq(groups.id, groupManagers.groupId))
    .leftJoin(groupMembers, eq(groupMembers.groupId, groups.id))
    .where(eq(groupManagers.userId, user))
    .groupBy(groups.id)
    .orderBy(asc(sql`lower(${groups.displayName})`), groups.id);
}

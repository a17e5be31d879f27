/** Rows of groups and their members, for tests that are not about making them. */
import { groupMembers, groups } from "#drizzle/schema/groups.ts";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Database } from "#lib/db/client.ts";
import { testNow } from "./test-database.ts";

export interface BuiltGroup {
  readonly id: GroupId;
  readonly name: string;
}

/** A group with these members, and a name of its own unless `columns` has one. */
export async function buildGroup(
  db: Database,
  members: readonly UserId[] = [],
  columns: Partial<typeof groups.$inferInsert> = {},
): Promise<BuiltGroup> {
  const id = newId<GroupId>();
  const row = { id, name: `group-${id}`, displayName: "A group", createdAt: testNow, updatedAt: testNow };
  await db.insert(groups).values({ ...row, ...columns });
  if (members.length > 0)
    await db
      .insert(groupMembers)
      .values(members.map((userId) => ({ groupId: columns.id ?? id, userId, addedAt: testNow })));
  return { id: columns.id ?? id, name: columns.name ?? row.name };
}

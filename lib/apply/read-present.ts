/** What there is, whole: for a comparison with a file, and for writing one. */
import type { GroupRow } from "#drizzle/schema/groups.ts";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import type { Db } from "#lib/db/client.ts";
import { selectGroups, selectMembers } from "#lib/groups/store.ts";

const pageSize = 1000;

export async function everyGroup(db: Db): Promise<GroupRow[]> {
  const all: GroupRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = await selectGroups(db, after, pageSize);
    all.push(...page);
    if (page.length < pageSize) return all;
    after = page.at(-1)?.name;
  }
}

/** In the order in which they signed up. */
export async function everyMember(db: Db, group: GroupId): Promise<{ id: UserId; username: string }[]> {
  const all: { id: UserId; username: string }[] = [];
  for (let after: UserId | undefined; ; ) {
    const page = await selectMembers(db, group, after, pageSize);
    all.push(...page);
    if (page.length < pageSize) return all;
    after = page.at(-1)?.id;
  }
}

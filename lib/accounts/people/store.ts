/** Reads of `users` for lists and searches. */
import { and, eq, exists, type SQL, sql } from "drizzle-orm";
import { credentials } from "#drizzle/schema/credentials.ts";
import { groupMembers } from "#drizzle/schema/groups.ts";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { lastSeen, users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";
import { type KeysetOrder, keysetPage, sortKeyOf } from "#lib/db/keyset.ts";
import { holdsWords, matchesWords } from "#lib/users/search/store.ts";
import type { PersonQuery } from "./schema.ts";

type Filters = Pick<PersonQuery, "q" | "status" | "role" | "group">;

const orders = {
  name: { by: sql`lower(${users.displayName})`, type: "text" },
  seen: { by: lastSeen(users), type: "timestamptz" },
  created: { by: users.id, type: "uuid" },
} as const satisfies Record<string, Pick<KeysetOrder, "by" | "type">>;

function orderOf(sort: PersonQuery["sort"]): KeysetOrder {
  const descending = sort === undefined || sort.startsWith("-");
  const column = (sort ?? "-created").replace("-", "") as keyof typeof orders;
  return { ...orders[column], id: users.id, descending };
}

/**
 * The working passkeys of the person of a row; counted for the rows of one page alone. Both sides are named in full:
 * a select from one table leaves its name out, and "id" would be the passkey's.
 */
const passkeyCount = sql<number>`(
  select count(*)::int from ${credentials}
  where ${credentials}.${sql.identifier(credentials.userId.name)} = ${users}.${sql.identifier(users.id.name)}
    and ${credentials}.${sql.identifier(credentials.revokedAt.name)} is null)`;

export function selectPeople(db: Db, { sort, after, before, limit, ...filters }: PersonQuery) {
  const order = orderOf(sort);
  return keysetPage(order, { after, before, limit }, (page) =>
    db
      .select({ id: users.id, row: users, sortKey: sortKeyOf(order), passkeys: passkeyCount })
      .from(users)
      .where(and(matching(db, filters), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
  );
}

/** How many there are, counted no further than `most`: in no order, so that the first to be found will do. */
export async function countPeople(db: Db, { q, ...filters }: Filters, most: number): Promise<number> {
  const some = db
    .select({ id: users.id })
    .from(users)
    .where(and(holdsWords(q), matching(db, filters)))
    .limit(most)
    .as("some");
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

export async function selectMatchingIds(db: Db, filters: Filters, most: number): Promise<UserId[]> {
  const rows = await db.select({ id: users.id }).from(users).where(matching(db, filters)).limit(most);
  return rows.map(({ id }) => id);
}

function matching(db: Db, { q, status, role, group }: Filters): SQL | undefined {
  return and(
    matchesWords(q),
    role === undefined ? undefined : eq(users.role, role),
    inState(status),
    group === undefined
      ? undefined
      : exists(
          db
            .select({ one: sql`1` })
            .from(groupMembers)
            .where(and(eq(groupMembers.groupId, group as GroupId), eq(groupMembers.userId, users.id))),
        ),
  );
}

const id = sql.identifier(users.id.name);
const userId = sql.identifier(credentials.userId.name);
const working = sql`${credentials} where ${sql.identifier(credentials.revokedAt.name)} is null`;

/**
 * Found once and apart, by two indexes side by side: looked for person by person, it is as many searches as there are
 * people before somebody rare comes by. As an array: the planner would else take it for half of everybody.
 */
function isAmong(ids: SQL): SQL {
  return sql`${users.id} = any(array(${ids}))`;
}

function inState(status: Filters["status"]): SQL | undefined {
  switch (status) {
    case undefined:
      return undefined;
    case "never_seen":
      return sql`${lastSeen(users)} = '-infinity'::timestamptz`;
    case "no_passkey":
      return isAmong(sql`select ${id} from ${users} except select ${userId} from ${working}`);
    case "one_passkey":
      return isAmong(sql`select ${userId} from ${working} group by ${userId} having count(*) = 1`);
    default:
      return eq(users.status, status);
  }
}

/** The few rows of `users`, `groups` and `clients` that somebody may mean by what they type. */
import { or, type SQL, sql } from "drizzle-orm";
import { clients } from "#drizzle/schema/clients.ts";
import { groups } from "#drizzle/schema/groups.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";
import { holdsWords } from "#lib/users/search/store.ts";

export function findPeopleLike(db: Db, text: string, most: number) {
  const matches = holdsWords(text);
  if (!matches) return Promise.resolve([]);
  // As an array: the planner would else count on eight matches soon to come by, and read the whole table for a rare word.
  const found = db.select({ id: users.id }).from(users).where(matches);
  return db
    .select({ id: users.id, name: users.displayName, detail: users.username })
    .from(users)
    .where(sql`${users.id} = any(array(${found}))`)
    .limit(most);
}

/** In the order of their names, which an index has, and no further than enough are found. */
export function findGroupsLike(db: Db, text: string, most: number) {
  return db
    .select({ id: groups.id, name: groups.displayName, detail: groups.name })
    .from(groups)
    .where(or(holds(groups.name, text), holds(groups.displayName, text)))
    .orderBy(sql`lower(${groups.name})`)
    .limit(most);
}

export function findClientsLike(db: Db, text: string, most: number) {
  return db
    .select({ id: clients.id, name: clients.name, detail: clients.id })
    .from(clients)
    .where(or(holds(clients.name, text), holds(clients.id, text)))
    .orderBy(sql`lower(${clients.name})`, clients.id)
    .limit(most);
}

function holds(
  column: typeof groups.name | typeof groups.displayName | typeof clients.name | typeof clients.id,
  text: string,
): SQL {
  return sql`position(${text.toLowerCase()}::text in lower(${column})) > 0`;
}

/** What is typed in a search → the people whose name or address it means. */
import { inArray, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { userSearchDocument, users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";

/** A condition on `users` as its index serves it; undefined when nothing is left to look for. */
export function holdsWords(text: string | undefined): SQL | undefined {
  const words = searchWords(text);
  return words === undefined
    ? undefined
    : sql`${userSearchDocument(users)} @@ to_tsquery('simple'::regconfig, ${words})`;
}

/**
 * The same for lists that have an order and pages. Found apart from the list: the planner would else count on the first
 * page to fill soon, walk along the order, and read everybody for a rare word.
 */
export function matchesWords(text: string | undefined): SQL | undefined {
  const holds = holdsWords(text);
  const id = sql.identifier(users.id.name);
  return (
    holds &&
    sql`${users.id} in (
      with found as materialized (select ${users}.${id} from ${users} where ${holds})
      select ${id} from found)`
  );
}

/**
 * What belongs to the people whom a search means. Where `many` of it does, each is asked along the list's order, which
 * soon fills a page. Else the people are found first, as an array: the planner takes a word for one of fifty people,
 * and would read all that there is.
 */
export function belongsToWords(db: Db, owner: AnyPgColumn, text: string | undefined, many: boolean) {
  const holds = holdsWords(text);
  if (holds === undefined) return undefined;
  const people = db.select({ id: users.id }).from(users).where(holds);
  return many ? inArray(owner, people) : sql`${owner} = any(array(${people}))`;
}

/** Every word that was typed must begin a word of the name or address. Undefined when nothing is left to look for. */
export function searchWords(text: string | undefined): string | undefined {
  const words = (text ?? "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 8);
  return words?.map((word) => `${word.slice(0, 64)}:*`).join(" & ");
}

/** What is typed in a search → the people whose name or address it means. */
import { type SQL, sql } from "drizzle-orm";
import { userSearchDocument, users } from "#drizzle/schema/users.ts";

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

/** Every word that was typed must begin a word of the name or address. Undefined when nothing is left to look for. */
export function searchWords(text: string | undefined): string | undefined {
  const words = (text ?? "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 8);
  return words?.map((word) => `${word.slice(0, 64)}:*`).join(" & ");
}

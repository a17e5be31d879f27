/** What is typed in a search → the people whose name or address it means. */
import { type SQL, sql } from "drizzle-orm";
import { userSearchDocument, users } from "#drizzle/schema/users.ts";

/** A condition on `users`; undefined when nothing is left to look for. */
export function matchesWords(text: string | undefined): SQL | undefined {
  const words = searchWords(text);
  return words === undefined
    ? undefined
    : sql`${userSearchDocument(users)} @@ to_tsquery('simple'::regconfig, ${words})`;
}

/** Every word that was typed must begin a word of the name or address. Undefined when nothing is left to look for. */
export function searchWords(text: string | undefined): string | undefined {
  const words = (text ?? "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 8);
  return words?.map((word) => `${word.slice(0, 64)}:*`).join(" & ");
}

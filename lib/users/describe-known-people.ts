/** People by their ids, as a browser that knows them shows them. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { selectUsersById } from "./store.ts";

export interface KnownPerson {
  readonly id: UserId;
  readonly displayName: string;
  readonly username: string;
  readonly picture: string | null;
}

/** In the order of `ids`, without those that are gone. Whoever asks has proven to know the ids. */
export async function describeKnownPeople(
  { db }: Pick<Context, "db">,
  ids: readonly UserId[],
): Promise<KnownPerson[]> {
  if (ids.length === 0) return [];
  const people = new Map((await selectUsersById(db, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = people.get(id);
    if (!row) return [];
    const { displayName, username, picture } = row;
    return [{ id, displayName, username, picture }];
  });
}

/** Rows of `sign_in_places`. */
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { signInPlaces } from "#drizzle/schema/accounts.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";
import type { PlaceHashes } from "./place-hashes.ts";

const selectPlaces = prepared((db) =>
  db
    .select({
      isCurrent: sql<boolean>`${signInPlaces.placeHash} = ${sql.placeholder("current")}`,
      lastSeenAt: signInPlaces.lastSeenAt,
    })
    .from(signInPlaces)
    .where(
      and(
        eq(signInPlaces.userId, sql.placeholder("userId")),
        inArray(signInPlaces.placeHash, [sql.placeholder("current"), sql.placeholder("former")]),
      ),
    )
    .prepare("select_sign_in_places"),
);

export async function findPlaces(db: Db, userId: UserId, { current, former }: PlaceHashes) {
  return await selectPlaces(db).execute({ userId, current, former });
}

/** `hasOthers`: the person has been seen elsewhere before. Of two at once from one place, one has `inserted` it. */
export async function putPlace(
  db: Db,
  userId: UserId,
  { current, former }: PlaceHashes,
  now: Date,
): Promise<{ readonly inserted: boolean; readonly hasOthers: boolean }> {
  const other = alias(signInPlaces, "other");
  const others = db
    .select({ one: sql`1` })
    .from(other)
    .where(and(eq(other.userId, userId), sql`${other.placeHash} not in (${current}, ${former})`));
  const [row] = await db
    .insert(signInPlaces)
    .values({ userId, placeHash: current, firstSeenAt: now, lastSeenAt: now })
    .onConflictDoUpdate({
      target: [signInPlaces.userId, signInPlaces.placeHash],
      set: { lastSeenAt: now },
    })
    // A row that was there already carries the mark of whoever updates it.
    .returning({ inserted: sql<boolean>`xmax = 0`, hasOthers: sql<boolean>`exists (${others})` });
  if (!row) throw new Error("an upsert returned no row");
  return row;
}

/** The last place of a person stays, however old. The number of rows removed. */
export async function deletePlacesUnusedSince(db: Db, instant: Date): Promise<number> {
  const later = alias(signInPlaces, "later");
  const rows = await db
    .delete(signInPlaces)
    .where(
      and(
        lt(signInPlaces.lastSeenAt, instant),
        sql`exists (${db
          .select({ one: sql`1` })
          .from(later)
          .where(
            and(eq(later.userId, signInPlaces.userId), sql`${later.lastSeenAt} > ${signInPlaces.lastSeenAt}`),
          )})`,
      ),
    )
    .returning({ userId: signInPlaces.userId });
  return rows.length;
}

/** Rows of `challenges`. */
import { eq, lte, sql } from "drizzle-orm";
import { type ChallengeRow, challenges } from "#drizzle/schema/passkeys.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";

const insertChallengeRow = prepared((db) =>
  db
    .insert(challenges)
    .values({
      challengeHash: sql.placeholder("challengeHash"),
      kind: sql.placeholder("kind"),
      userId: sql.placeholder("userId"),
      sessionId: sql.placeholder("sessionId"),
      context: sql.placeholder("context"),
      createdAt: sql.placeholder("createdAt"),
      expiresAt: sql.placeholder("expiresAt"),
    })
    .prepare("insert_challenge"),
);

export async function insertChallenge(db: Database, row: ChallengeRow): Promise<void> {
  await insertChallengeRow(db).execute({ ...row });
}

const deleteChallenge = prepared((db) =>
  db
    .delete(challenges)
    .where(eq(challenges.challengeHash, sql.placeholder("challengeHash")))
    .returning()
    .prepare("take_challenge"),
);

/** Removes the challenge and returns it: of any number of callers at once, one gets the row. */
export async function takeChallenge(
  db: Database,
  challengeHash: Uint8Array,
): Promise<ChallengeRow | undefined> {
  const [row] = await deleteChallenge(db).execute({ challengeHash });
  return row;
}

export async function deleteChallengesBefore(db: Db, now: Date): Promise<number> {
  const rows = await db
    .delete(challenges)
    .where(lte(challenges.expiresAt, now))
    .returning({ kind: challenges.kind });
  return rows.length;
}

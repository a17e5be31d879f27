/** Removes challenges that nobody answered. */
import type { Db } from "#lib/db/client.ts";
import { deleteChallengesBefore } from "./store.ts";

/** Deletes challenges that have expired. The number of rows removed. */
export function deleteExpiredChallenges(db: Db, now: Date): Promise<number> {
  return deleteChallengesBefore(db, now);
}

/** Removes initial access tokens that have expired. */
import type { Db } from "#lib/db/client.ts";
import { deleteInitialAccessTokensBefore } from "./store.ts";

/** Returns how many were removed. */
export function deleteExpiredRegistrationTokens(db: Db, now: Date): Promise<number> {
  return deleteInitialAccessTokensBefore(db, now);
}

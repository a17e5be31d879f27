/** Removes what test sign-ins showed, an hour after they began. */
import type { Db } from "#lib/db/client.ts";
import { deleteTestSignInsBefore } from "./store.ts";

/** Returns how many were removed. */
export function deleteExpiredTestSignIns(db: Db, now: Date): Promise<number> {
  return deleteTestSignInsBefore(db, now);
}

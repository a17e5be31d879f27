/** Removes pushed requests that no browser came with in time. */
import type { Db } from "#lib/db/client.ts";
import { deletePushedRequestsBefore } from "./store.ts";

/** Returns how many were removed. */
export function deleteExpiredPushedRequests(db: Db, now: Date): Promise<number> {
  return deletePushedRequestsBefore(db, now);
}

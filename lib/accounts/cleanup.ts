/** Removes one-time links that nobody used. */
import type { Db } from "#lib/db/client.ts";
import { deleteLinksBefore } from "./store.ts";

/** Deletes links that have expired. The number of rows removed. */
export function deleteExpiredLinks(db: Db, now: Date): Promise<number> {
  return deleteLinksBefore(db, now);
}

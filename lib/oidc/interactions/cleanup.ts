/** Removes requests that nobody finished in time. */
import type { Db } from "#lib/db/client.ts";
import { deleteInteractionsBefore } from "./store.ts";

/** Returns how many were removed. */
export function deleteExpiredInteractions(db: Db, now: Date): Promise<number> {
  return deleteInteractionsBefore(db, now);
}

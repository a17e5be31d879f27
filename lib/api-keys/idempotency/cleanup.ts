/** Answers that nobody asks for again. */
import type { Db } from "#lib/db/client.ts";
import { deleteCallsExpiredBefore } from "./store.ts";

/** The number of rows removed. */
export function deleteExpiredCalls(db: Db, now: Date): Promise<number> {
  return deleteCallsExpiredBefore(db, now);
}

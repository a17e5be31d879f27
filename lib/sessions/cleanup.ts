/** Removes sessions that nothing can use any more. */
import type { Db } from "#lib/db/client.ts";
import { deleteDeadSessions } from "./store.ts";

/** Ended sessions stay a day, so that "where was I signed in" can still show them. */
const keptAfterEndMs = 86_400_000;

/** Deletes sessions past their lifetime, and ended ones after a day. The number of rows removed. */
export function deleteExpiredSessions(db: Db, now: Date): Promise<number> {
  return deleteDeadSessions(db, {
    expiredBefore: now,
    endedBefore: new Date(now.getTime() - keptAfterEndMs),
  });
}

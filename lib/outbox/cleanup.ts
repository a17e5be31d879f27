/** Removes messages that are done with. */
import type { Db } from "#lib/db/client.ts";
import { deleteOldMessages } from "./store.ts";

const dayMs = 86_400_000;

/** Delivered ones after a day, all others after 30. The number of rows removed. */
export function deleteFinishedMessages(db: Db, now: Date): Promise<number> {
  return deleteOldMessages(db, {
    deliveredBefore: new Date(now.getTime() - dayMs),
    otherBefore: new Date(now.getTime() - 30 * dayMs),
  });
}

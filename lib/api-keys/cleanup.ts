/** Keys that ended are kept for a while, so that a list explains what no longer works. */
import type { Db } from "#lib/db/client.ts";
import { deleteApiKeysBefore } from "./store.ts";

const keptMs = 90 * 86_400_000;

/** The number of rows removed. */
export function deleteEndedApiKeys(db: Db, now: Date): Promise<number> {
  return deleteApiKeysBefore(db, new Date(now.getTime() - keptMs));
}

/** Removes browsers that waited too long: they say where somebody was, so not an hour more than they are worth. */
import type { Db } from "#lib/db/client.ts";
import { deleteApprovalsBefore } from "./store.ts";

/** The number of rows removed. */
export function deleteExpiredDeviceApprovals(db: Db, now: Date): Promise<number> {
  return deleteApprovalsBefore(db, now);
}

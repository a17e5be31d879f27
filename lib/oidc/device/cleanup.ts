/** Removes devices that nobody answered, or that did not come back. */
import type { Db } from "#lib/db/client.ts";
import { deleteDeviceCodesBefore } from "./store.ts";

/** For an hour a device is told that its code has expired, and not that there is none. */
const keptMs = 3_600_000;

/** Returns how many were removed. */
export function deleteExpiredDeviceCodes(db: Db, now: Date): Promise<number> {
  return deleteDeviceCodesBefore(db, new Date(now.getTime() - keptMs));
}

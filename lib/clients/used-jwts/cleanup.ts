/** Forgets JWTs that have expired: nobody would take them again anyway. */
import type { Db } from "#lib/db/client.ts";
import { deleteUsedJwtsBefore } from "./store.ts";

/** Returns how many were removed. */
export function deleteExpiredUsedJwts(db: Db, now: Date): Promise<number> {
  return deleteUsedJwtsBefore(db, now);
}

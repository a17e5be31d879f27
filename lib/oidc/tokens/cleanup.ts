/** Removes codes and tokens that can no longer matter to anybody. */
import type { Db } from "#lib/db/client.ts";
import { accessTokenLifetimeSeconds } from "./lifetimes.ts";
import { deleteAccessTokensBefore, deleteCodesBefore } from "./store.ts";

/** Returns how many were removed. */
export function deleteExpiredAuthorizationCodes(db: Db, now: Date): Promise<number> {
  return deleteCodesBefore(db, new Date(now.getTime() - accessTokenLifetimeSeconds * 1000));
}

/** Returns how many were removed. */
export function deleteExpiredAccessTokens(db: Db, now: Date): Promise<number> {
  return deleteAccessTokensBefore(db, now);
}

/** Removes codes and tokens that can no longer matter to anybody. */
import type { Db } from "#lib/db/client.ts";
import { accessTokenLifetimeSeconds } from "./lifetimes.ts";
import { retryWindowMs } from "./refresh/rotation-answer.ts";
import { deleteRefreshTokensBefore, dropRotationAnswersBefore } from "./refresh/store.ts";
import { deleteAccessTokensBefore, deleteCodesBefore } from "./store.ts";

/** Returns how many were removed. */
export function deleteExpiredAuthorizationCodes(db: Db, now: Date): Promise<number> {
  return deleteCodesBefore(db, new Date(now.getTime() - accessTokenLifetimeSeconds * 1000));
}

/** Returns how many were removed. */
export function deleteExpiredAccessTokens(db: Db, now: Date): Promise<number> {
  return deleteAccessTokensBefore(db, now);
}

/**
 * Rotated ones stay as long as they would have lived unused, so that their reuse is recognised.
 * Returns how many were removed.
 */
export function deleteExpiredRefreshTokens(db: Db, now: Date): Promise<number> {
  return deleteRefreshTokensBefore(db, now);
}

/** Answers hold tokens that work: they are kept for the retry alone. Returns how many were removed. */
export function dropSpentRotationAnswers(db: Db, now: Date): Promise<number> {
  return dropRotationAnswersBefore(db, new Date(now.getTime() - 2 * retryWindowMs));
}

/** Forgets places that a person has not been to for a year. */
import type { Db } from "#lib/db/client.ts";
import { deletePlacesUnusedSince } from "./store.ts";

const keptMs = 365 * 86_400_000;

/**
 * But for the one where they were last: in an account that nobody has used for years, a sign-in from elsewhere is the most
 * suspicious of all. The number of rows removed.
 */
export function forgetOldPlaces(db: Db, now: Date): Promise<number> {
  return deletePlacesUnusedSince(db, new Date(now.getTime() - keptMs));
}

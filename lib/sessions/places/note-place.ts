/** Notes where a session is opened from, and says whether that is news. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { type PlaceHashes, placeHashes } from "./place-hashes.ts";
import { findPlaces, putPlace } from "./store.ts";

/** `first`: the person has never been anywhere else, so there is nothing to compare with. */
export type Place = "known" | "new" | "first";

/** A place that was seen within a day is not written again: most sign-ins only look. */
const freshMs = 86_400_000;

export interface Sighting {
  readonly userId: UserId;
  readonly hashes: PlaceHashes;
  readonly seen: readonly { readonly isCurrent: boolean; readonly lastSeenAt: Date }[];
}

/** One statement, to be sent together with others of the sign-in. */
export async function lookForPlace(ctx: Context, db: Db, userId: UserId): Promise<Sighting> {
  const hashes = placeHashes(ctx, userId);
  return { userId, hashes, seen: await findPlaces(db, userId, hashes) };
}

/**
 * Writes where the look found nothing, or nothing of today. Also where mail is not configured: once it is, only what is
 * new is news.
 */
export async function notePlace(ctx: Context, db: Db, { userId, hashes, seen }: Sighting): Promise<Place> {
  const freshSince = ctx.now.getTime() - freshMs;
  const isFresh = seen.some(({ isCurrent, lastSeenAt }) => isCurrent && lastSeenAt.getTime() > freshSince);
  if (isFresh) return "known";
  const { inserted, hasOthers } = await putPlace(db, userId, hashes, ctx.now);
  if (seen.length > 0 || !inserted) return "known";
  return hasOthers ? "new" : "first";
}

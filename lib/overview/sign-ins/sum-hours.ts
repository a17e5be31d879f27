/** Sums up the hours that are over: a chart of a month reads seven hundred rows instead of a million events. */
import type { Db } from "#lib/db/client.ts";
import { deleteHoursBefore, findLastHour, insertHours } from "./store.ts";

const hourMs = 3_600_000;

export const keptDays = 31;
/** A run after a long pause does not count a whole month in one statement. */
const mostHoursAtOnce = 7 * 24;
/** An event is written within seconds of its time; nothing of an hour comes later than this. */
const settledMs = 5 * 60_000;

/** Returns how many rows were written or removed. Run by one instance at a time. */
export async function sumSignInHours(db: Db, now: Date): Promise<number> {
  const oldest = floorHour(now.getTime() - keptDays * 24 * hourMs);
  const last = await findLastHour(db);
  const from = Math.max(oldest, last === undefined ? oldest : last.getTime() + hourMs);
  const until = Math.min(floorHour(now.getTime() - settledMs), from + mostHoursAtOnce * hourMs);
  const removed = await deleteHoursBefore(db, new Date(oldest));
  return from >= until ? removed : removed + (await insertHours(db, new Date(from), new Date(until)));
}

function floorHour(moment: number): number {
  return Math.floor(moment / hourMs) * hourMs;
}

/** How many signed in on each of the last thirty days, how many tried to, and why they were refused. */
import type { Context } from "#lib/context/context.ts";
import type { SignInFigures } from "../schema.ts";
import { findLastHour, type SignInSum, selectSums, sumLately } from "./store.ts";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const shownDays = 30;
const shownReasons = 8;

/** More than that come in an hour only where sums are minutes away; then they are a little low until then. */
const mostLately = 20_000;

/** Asks no permission: who may know is for the caller to say. */
export async function readSignIns({ db, now }: Pick<Context, "db" | "now">): Promise<SignInFigures> {
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  const first = today - (shownDays - 1) * dayMs;
  const last = await findLastHour(db);
  const summedUntil = Math.max(first, last === undefined ? first : last.getTime() + hourMs);
  const [summed, lately] = await Promise.all([
    selectSums(db, new Date(first)),
    sumLately(db, new Date(summedUntil), new Date(today + dayMs), mostLately),
  ]);
  const sums = [...summed, ...lately];
  const days = Array.from({ length: shownDays }, (_, index) => {
    const day = new Date(first + index * dayMs).toISOString().slice(0, 10);
    const ofDay = sums.filter((sum) => sum.day === day);
    return {
      day,
      succeeded: total(ofDay.filter(({ reason }) => reason === "")),
      failed: total(ofDay.filter(({ reason }) => reason !== "")),
    };
  });
  return { days, reasons: reasonsOf(sums) };
}

function reasonsOf(sums: readonly SignInSum[]): SignInFigures["reasons"] {
  const byReason = Map.groupBy(
    sums.filter(({ reason }) => reason !== ""),
    ({ reason }) => reason,
  );
  return [...byReason]
    .map(([reason, of]) => ({ reason, count: total(of) }))
    .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason))
    .slice(0, shownReasons);
}

function total(sums: readonly SignInSum[]): number {
  return sums.reduce((sum, { count }) => sum + count, 0);
}

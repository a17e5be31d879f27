/**
 * How many people have no passkey, or one alone. That takes a look at everybody, so a job takes it; where the look is
 * a matter of milliseconds, whoever asks gets a fresh one.
 */
import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { findSetting, putSetting } from "#lib/settings/store.ts";
import { countPeopleByPasskeys } from "./store.ts";

const settingName = "people_figures";

const figuresSchema = z.object({
  none: z.number().int(),
  one: z.number().int(),
  /** How long the look took. */
  tookMs: z.number(),
});

export type PeopleFigures = z.infer<typeof figuresSchema>;

const quickMs = 50;

export async function currentPeopleFigures({ db, now }: Pick<Context, "db" | "now">): Promise<PeopleFigures> {
  const known = figuresSchema.safeParse(await findSetting(db, settingName));
  if (known.success && known.data.tookMs > quickMs) return known.data;
  return await measure(db, now);
}

/** Returns that one row was written. */
export async function measurePeople(db: Db, now: Date): Promise<number> {
  await measure(db, now);
  return 1;
}

async function measure(db: Db, now: Date): Promise<PeopleFigures> {
  const begun = performance.now();
  const counts = await countPeopleByPasskeys(db);
  const figures = { ...counts, tookMs: Math.round(performance.now() - begun) };
  await putSetting(db, settingName, figures, now);
  return figures;
}

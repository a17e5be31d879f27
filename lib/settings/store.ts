/** Rows of `settings`. */
import { eq } from "drizzle-orm";
import { settings } from "#drizzle/schema/settings.ts";
import type { Db } from "#lib/db/client.ts";

export async function findSetting(db: Db, name: string): Promise<unknown> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, name));
  return row?.value;
}

/** Keeps a value that is there already: of several instances that start at once, one writes. */
export async function insertSettingOnce(db: Db, name: string, value: unknown, now: Date): Promise<void> {
  await db.insert(settings).values({ name, value, updatedAt: now }).onConflictDoNothing();
}

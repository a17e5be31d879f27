/** Rows of `settings`. */
import { eq, lt, sql } from "drizzle-orm";
import { settings } from "#drizzle/schema/settings.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";

const selectSetting = prepared((db) =>
  db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.name, sql.placeholder("name")))
    .prepare("select_setting"),
);

/** The same as `findSetting`, for what is asked with every request. */
export async function findSettingPrepared(db: Database, name: string): Promise<unknown> {
  const [row] = await selectSetting(db).execute({ name });
  return row?.value;
}

export async function findSetting(db: Db, name: string): Promise<unknown> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, name));
  return row?.value;
}

/** Keeps a value that is there already: of several instances that start at once, one writes. */
export async function insertSettingOnce(db: Db, name: string, value: unknown, now: Date): Promise<void> {
  await db.insert(settings).values({ name, value, updatedAt: now }).onConflictDoNothing();
}

/** Takes the place of the value before. */
export async function putSetting(db: Db, name: string, value: unknown, now: Date): Promise<void> {
  await db
    .insert(settings)
    .values({ name, value, updatedAt: now })
    .onConflictDoUpdate({ target: settings.name, set: { value, updatedAt: now } });
}

/**
 * Marks a setting as looked at now, unless somebody did since `before`: of several instances, one gets true.
 * `value` is written where there is no row yet.
 */
export async function claimSetting(
  db: Db,
  name: string,
  turn: { readonly value: unknown; readonly before: Date; readonly now: Date },
): Promise<boolean> {
  const rows = await db
    .insert(settings)
    .values({ name, value: turn.value, updatedAt: turn.now })
    .onConflictDoUpdate({
      target: settings.name,
      set: { updatedAt: turn.now },
      setWhere: lt(settings.updatedAt, turn.before),
    })
    .returning({ name: settings.name });
  return rows.length > 0;
}

/** The row, held until the transaction ends; made where there is none, as changed at the beginning of time. */
export async function lockSetting(
  db: Db,
  name: string,
  initial: unknown,
): Promise<{ readonly value: unknown; readonly updatedAt: Date }> {
  await insertSettingOnce(db, name, initial, new Date(0));
  const [row] = await db
    .select({ value: settings.value, updatedAt: settings.updatedAt })
    .from(settings)
    .where(eq(settings.name, name))
    .for("update");
  return row ?? { value: initial, updatedAt: new Date(0) };
}

/** With when it was changed last; undefined where it never was. */
export async function findVersionedSetting(db: Db, name: string) {
  const [row] = await db
    .select({ value: settings.value, updatedAt: settings.updatedAt })
    .from(settings)
    .where(eq(settings.name, name));
  return row;
}

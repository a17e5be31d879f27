/** How the instance looks: its row in `settings`, and the pictures in `brand_images`. */
import { eq, sql } from "drizzle-orm";
import { type BrandImageRow, brandImages } from "#drizzle/schema/images.ts";
import { settings } from "#drizzle/schema/settings.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { findSettingPrepared, insertSettingOnce } from "#lib/settings/store.ts";

const settingName = "branding";

/** Unparsed; undefined where nothing was ever set. */
export function findBranding(db: Database): Promise<unknown> {
  return findSettingPrepared(db, settingName);
}

/** With its version, for whoever is going to change it. */
export async function findBrandingVersion(
  db: Db,
): Promise<{ readonly value: unknown; readonly updatedAt: Date } | undefined> {
  const [row] = await db
    .select({ value: settings.value, updatedAt: settings.updatedAt })
    .from(settings)
    .where(eq(settings.name, settingName));
  return row;
}

/** Where there is no row yet there is one afterwards, so that two first changes wait for each other too. */
export async function lockBranding(
  db: Db,
  first: { readonly value: unknown; readonly updatedAt: Date },
): Promise<{ readonly value: unknown; readonly updatedAt: Date }> {
  await insertSettingOnce(db, settingName, first.value, first.updatedAt);
  const [row] = await db
    .select({ value: settings.value, updatedAt: settings.updatedAt })
    .from(settings)
    .where(eq(settings.name, settingName))
    .for("update");
  return row ?? first;
}

export async function putBranding(db: Db, value: unknown, now: Date): Promise<void> {
  await db.update(settings).set({ value, updatedAt: now }).where(eq(settings.name, settingName));
}

/** In place of the one that there was. */
export async function putBrandImage(db: Db, row: BrandImageRow): Promise<void> {
  await db
    .insert(brandImages)
    .values(row)
    .onConflictDoUpdate({
      target: brandImages.slot,
      set: {
        name: sql`excluded.name`,
        bytes: sql`excluded.bytes`,
        mediaType: sql`excluded.media_type`,
        createdAt: sql`excluded.created_at`,
      },
    });
}

/** The bytes that there were, for the trail to say which. */
export async function deleteBrandImage(db: Db, slot: string): Promise<Uint8Array | undefined> {
  const [row] = await db
    .delete(brandImages)
    .where(eq(brandImages.slot, slot))
    .returning({ bytes: brandImages.bytes });
  return row?.bytes;
}

export async function findBrandImageOfSlot(db: Db, slot: string): Promise<Uint8Array | undefined> {
  const [row] = await db
    .select({ bytes: brandImages.bytes })
    .from(brandImages)
    .where(eq(brandImages.slot, slot));
  return row?.bytes;
}

export async function findBrandImage(
  db: Db,
  name: string,
): Promise<Pick<BrandImageRow, "bytes" | "mediaType"> | undefined> {
  const [row] = await db
    .select({ bytes: brandImages.bytes, mediaType: brandImages.mediaType })
    .from(brandImages)
    .where(eq(brandImages.name, name));
  return row;
}

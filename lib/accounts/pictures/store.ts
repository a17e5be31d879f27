/** Rows of `user_pictures`. */
import { eq, sql } from "drizzle-orm";
import { type UserPictureRow, userPictures } from "#drizzle/schema/accounts.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Db } from "#lib/db/client.ts";

/** In place of the one that there was. */
export async function putPicture(db: Db, row: UserPictureRow): Promise<void> {
  await db
    .insert(userPictures)
    .values(row)
    .onConflictDoUpdate({
      target: userPictures.userId,
      set: {
        name: sql`excluded.name`,
        bytes: sql`excluded.bytes`,
        mediaType: sql`excluded.media_type`,
        createdAt: sql`excluded.created_at`,
      },
    });
}

export async function deletePicture(db: Db, userId: UserId): Promise<void> {
  await db.delete(userPictures).where(eq(userPictures.userId, userId));
}

export async function findPicture(
  db: Db,
  name: string,
): Promise<Pick<UserPictureRow, "bytes" | "mediaType"> | undefined> {
  const [row] = await db
    .select({ bytes: userPictures.bytes, mediaType: userPictures.mediaType })
    .from(userPictures)
    .where(eq(userPictures.name, name));
  return row;
}

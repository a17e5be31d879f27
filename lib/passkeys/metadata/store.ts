/** The row of `metadata_blobs`. */
import { sql } from "drizzle-orm";
import { type MetadataBlobRow, metadataBlobs } from "#drizzle/schema/metadata.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";

const selectHead = prepared((db) =>
  db
    .select({ digest: metadataBlobs.digest, serial: metadataBlobs.serial })
    .from(metadataBlobs)
    .prepare("select_metadata_head"),
);

export type MetadataHead = Pick<MetadataBlobRow, "digest" | "serial">;

/** Which BLOB is in use, without the BLOB: asked with every ceremony. */
export async function findMetadataHead(db: Database): Promise<MetadataHead | undefined> {
  const [row] = await selectHead(db).execute();
  return row;
}

/** The same, in a transaction whose like waits until it ends. */
export async function lockMetadataHead(db: Db): Promise<MetadataHead | undefined> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('latchkey/metadata'))`);
  const [row] = await db
    .select({ digest: metadataBlobs.digest, serial: metadataBlobs.serial })
    .from(metadataBlobs);
  return row;
}

export async function findMetadataBlob(db: Db): Promise<MetadataBlobRow | undefined> {
  const [row] = await db.select().from(metadataBlobs);
  return row;
}

/** Takes the place of the one before. */
export async function putMetadataBlob(db: Db, row: Omit<MetadataBlobRow, "id">): Promise<void> {
  await db
    .insert(metadataBlobs)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: metadataBlobs.id, set: row });
}

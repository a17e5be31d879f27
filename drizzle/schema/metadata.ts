/** What is known about models of authenticators: the metadata in use, as it was signed. */
import { sql } from "drizzle-orm";
import { bigint, check, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns.ts";

/** One row at most: the last BLOB that verified. It is verified again whenever it is read. */
export const metadataBlobs = pgTable(
  "metadata_blobs",
  {
    id: smallint("id").primaryKey(),
    /** SHA-256 of `blob`: what instances compare to know whether theirs is the one in use. */
    digest: bytea("digest").notNull(),
    /** `no` of the BLOB, which only grows (FIDO Metadata Service 3.0 section 3.1.6). */
    serial: bigint("serial", { mode: "number" }).notNull(),
    /** The signed JWT. */
    blob: text("blob").notNull(),
    acceptedAt: instant("accepted_at").notNull(),
  },
  (t) => [check("metadata_blobs_single_row", sql`${t.id} = 1`)],
);

export type MetadataBlobRow = typeof metadataBlobs.$inferSelect;

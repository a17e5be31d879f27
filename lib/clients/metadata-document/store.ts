/** Rows of clients that their documents describe. */
import { eq } from "drizzle-orm";
import { type ClientRow, clients } from "#drizzle/schema/clients.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import type { Db } from "#lib/db/client.ts";

/** Undefined when somebody else made the row meanwhile, from the same document. */
export async function insertDocumentClient(
  db: Db,
  values: typeof clients.$inferInsert,
): Promise<ClientRow | undefined> {
  const [row] = await db.insert(clients).values(values).onConflictDoNothing().returning();
  return row;
}

/** Asked again and found the same, or nothing: the row stays as it is until then. */
export async function postponeDocument(db: Db, id: ClientId, metadataExpiresAt: Date): Promise<void> {
  await db.update(clients).set({ metadataExpiresAt }).where(eq(clients.id, id));
}

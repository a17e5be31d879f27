/** Rows of `client_logos`. */
import { eq, inArray, sql } from "drizzle-orm";
import { clients } from "#drizzle/schema/clients.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import { clientLogos } from "#drizzle/schema/images.ts";
import type { Db } from "#lib/db/client.ts";

export type ClientLogoRow = typeof clientLogos.$inferSelect;

/** Holds the app's row, so that the app is not deleted meanwhile; false where there is none. */
export async function lockClient(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: clients.id })
    .from(clients)
    .where(eq(clients.id, id as ClientId))
    .for("update");
  return rows.length > 0;
}

/** In place of the one that there was. */
export async function putClientLogo(db: Db, row: ClientLogoRow): Promise<void> {
  await db
    .insert(clientLogos)
    .values(row)
    .onConflictDoUpdate({
      target: clientLogos.clientId,
      set: {
        name: sql`excluded.name`,
        bytes: sql`excluded.bytes`,
        mediaType: sql`excluded.media_type`,
        createdAt: sql`excluded.created_at`,
      },
    });
}

/** The bytes that there were, for the trail to say which. */
export async function deleteClientLogo(db: Db, clientId: ClientId): Promise<Uint8Array | undefined> {
  const [row] = await db
    .delete(clientLogos)
    .where(eq(clientLogos.clientId, clientId))
    .returning({ bytes: clientLogos.bytes });
  return row?.bytes;
}

export async function findLogoOfClient(db: Db, clientId: ClientId): Promise<Uint8Array | undefined> {
  const [row] = await db
    .select({ bytes: clientLogos.bytes })
    .from(clientLogos)
    .where(eq(clientLogos.clientId, clientId));
  return row?.bytes;
}

export async function findClientLogo(
  db: Db,
  name: string,
): Promise<Pick<ClientLogoRow, "bytes" | "mediaType"> | undefined> {
  const [row] = await db
    .select({ bytes: clientLogos.bytes, mediaType: clientLogos.mediaType })
    .from(clientLogos)
    .where(eq(clientLogos.name, name));
  return row;
}

export async function selectLogoNames(
  db: Db,
  ids: readonly string[],
): Promise<Pick<ClientLogoRow, "clientId" | "name">[]> {
  if (ids.length === 0) return [];
  return await db
    .select({ clientId: clientLogos.clientId, name: clientLogos.name })
    .from(clientLogos)
    .where(inArray(clientLogos.clientId, [...ids] as ClientId[]));
}

/** Rows of `client_errors`. */
import { and, desc, eq, sql } from "drizzle-orm";
import { type ClientErrorRow, clientErrors } from "#drizzle/schema/clients.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import type { Db } from "#lib/db/client.ts";

/** How many are kept of each app. */
export const keptErrors = 20;

/** Writes one and drops what is older than the last twenty, in one statement. */
export async function insertClientError(db: Db, row: ClientErrorRow): Promise<void> {
  // The deletion sees the table as it was before: nineteen of those and the new one are left. What another deletes just
  // now is left to it: many errors at once would wait for each other in a circle.
  const inserted = db
    .$with("inserted")
    .as(db.insert(clientErrors).values(row).returning({ id: clientErrors.id }));
  await db
    .with(inserted)
    .delete(clientErrors)
    .where(
      sql`${clientErrors.id} in (select id from ${clientErrors} where id in (
        select id from ${clientErrors} where ${clientErrors.clientId} = ${row.clientId}
        order by id desc offset ${keptErrors - 1}) for update skip locked)`,
    );
}

/** The last first. */
export async function selectClientErrors(db: Db, clientId: ClientId): Promise<ClientErrorRow[]> {
  return await db
    .select()
    .from(clientErrors)
    .where(eq(clientErrors.clientId, clientId))
    .orderBy(desc(clientErrors.id))
    .limit(keptErrors);
}

export async function findClientError(
  db: Db,
  input: Pick<ClientErrorRow, "id" | "clientId">,
): Promise<ClientErrorRow | undefined> {
  const [row] = await db
    .select()
    .from(clientErrors)
    .where(and(eq(clientErrors.id, input.id), eq(clientErrors.clientId, input.clientId)));
  return row;
}

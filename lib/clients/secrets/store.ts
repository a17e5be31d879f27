/** Rows of `client_secrets`. */
import { and, asc, eq, gt, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import { clientSecrets } from "#drizzle/schema/clients.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import type { Db } from "#lib/db/client.ts";

export type NewSecretRow = typeof clientSecrets.$inferInsert;

export async function insertClientSecret(db: Db, row: NewSecretRow): Promise<void> {
  await db.insert(clientSecrets).values(row);
}

/** What may be shown of the secrets: when they came and when they go, the oldest first. */
export async function selectClientSecrets(db: Db, clientId: ClientId) {
  return await db
    .select({
      id: clientSecrets.id,
      createdAt: clientSecrets.createdAt,
      expiresAt: clientSecrets.expiresAt,
      sealed: isNotNull(clientSecrets.sealedSecret),
    })
    .from(clientSecrets)
    .where(eq(clientSecrets.clientId, clientId))
    .orderBy(asc(clientSecrets.id));
}

/** Whether the app can use the secret of this hash now. */
export async function hasClientSecret(
  db: Db,
  clientId: ClientId,
  hash: Uint8Array,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .select({ id: clientSecrets.id })
    .from(clientSecrets)
    .where(
      and(
        eq(clientSecrets.clientId, clientId),
        eq(clientSecrets.secretHash, hash),
        or(isNull(clientSecrets.expiresAt), gt(clientSecrets.expiresAt, now)),
      ),
    );
  return rows.length > 0;
}

/** Brings the end of all other secrets forward to `expiresAt`; one that ends earlier stays as it is. */
export async function expireOtherSecrets(
  db: Db,
  input: { clientId: ClientId; keepId: string; expiresAt: Date },
): Promise<number> {
  const rows = await db
    .update(clientSecrets)
    .set({ expiresAt: input.expiresAt })
    .where(
      and(
        eq(clientSecrets.clientId, input.clientId),
        ne(clientSecrets.id, input.keepId),
        or(isNull(clientSecrets.expiresAt), gt(clientSecrets.expiresAt, input.expiresAt)),
      ),
    )
    .returning({ id: clientSecrets.id });
  return rows.length;
}

export async function deleteClientSecret(db: Db, clientId: ClientId, id: string): Promise<boolean> {
  const rows = await db
    .delete(clientSecrets)
    .where(and(eq(clientSecrets.clientId, clientId), eq(clientSecrets.id, id)))
    .returning({ id: clientSecrets.id });
  return rows.length === 1;
}

export async function deleteAllClientSecrets(db: Db, clientId: ClientId): Promise<void> {
  await db.delete(clientSecrets).where(eq(clientSecrets.clientId, clientId));
}

export async function deleteSecretsBefore(db: Db, now: Date): Promise<number> {
  const rows = await db
    .delete(clientSecrets)
    .where(lt(clientSecrets.expiresAt, now))
    .returning({ id: clientSecrets.id });
  return rows.length;
}

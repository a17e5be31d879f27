/** Rows of `initial_access_tokens`, and clients by their registration access token. */
import { and, asc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { type ClientRow, clients, initialAccessTokens } from "#drizzle/schema/clients.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import type { Db } from "#lib/db/client.ts";

export async function insertInitialAccessToken(
  db: Db,
  row: typeof initialAccessTokens.$inferInsert,
): Promise<void> {
  await db.insert(initialAccessTokens).values(row);
}

/** Whether a token could be used now. */
export async function isUsableInitialAccessToken(
  db: Db,
  input: { tokenHash: Uint8Array; now: Date },
): Promise<boolean> {
  const rows = await db
    .select({ name: initialAccessTokens.name })
    .from(initialAccessTokens)
    .where(usable(input));
  return rows.length > 0;
}

function usable({ tokenHash, now }: { tokenHash: Uint8Array; now: Date }) {
  const { remainingUses } = initialAccessTokens;
  return and(
    eq(initialAccessTokens.tokenHash, tokenHash),
    gt(initialAccessTokens.expiresAt, now),
    or(isNull(remainingUses), gt(remainingUses, 0)),
  );
}

/** Takes one use of a token. False when it is unknown, has expired, or has none left. */
export async function spendInitialAccessToken(
  db: Db,
  input: { tokenHash: Uint8Array; now: Date },
): Promise<{ readonly name: string } | undefined> {
  const { remainingUses } = initialAccessTokens;
  const [row] = await db
    .update(initialAccessTokens)
    .set({ remainingUses: sql`${remainingUses} - 1` })
    .where(usable(input))
    .returning({ name: initialAccessTokens.name });
  return row;
}

export async function selectInitialAccessTokens(db: Db) {
  return await db
    .select({
      name: initialAccessTokens.name,
      remainingUses: initialAccessTokens.remainingUses,
      createdAt: initialAccessTokens.createdAt,
      expiresAt: initialAccessTokens.expiresAt,
    })
    .from(initialAccessTokens)
    .orderBy(asc(initialAccessTokens.createdAt));
}

/** All of that name. Returns how many there were. */
export async function deleteInitialAccessTokens(db: Db, name: string): Promise<number> {
  const rows = await db
    .delete(initialAccessTokens)
    .where(eq(initialAccessTokens.name, name))
    .returning({ name: initialAccessTokens.name });
  return rows.length;
}

export async function deleteInitialAccessTokensBefore(db: Db, now: Date): Promise<number> {
  const rows = await db
    .delete(initialAccessTokens)
    .where(lt(initialAccessTokens.expiresAt, now))
    .returning({ name: initialAccessTokens.name });
  return rows.length;
}

/** An enabled client that registered itself, by id and token. */
export async function findRegisteredClient(
  db: Db,
  input: { id: string; registrationTokenHash: Uint8Array },
): Promise<ClientRow | undefined> {
  const [row] = await db
    .select()
    .from(clients)
    .where(
      and(
        eq(clients.id, input.id as ClientId),
        eq(clients.registrationTokenHash, input.registrationTokenHash),
        eq(clients.source, "dynamic"),
        isNull(clients.disabledAt),
      ),
    );
  return row;
}

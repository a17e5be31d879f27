/** Rows of `interactions`. */
import { and, eq, gt, lt, sql } from "drizzle-orm";
import type { InteractionRowId, SessionId } from "#drizzle/schema/ids.ts";
import { type InteractionRow, interactions } from "#drizzle/schema/oidc.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";

export async function insertInteraction(db: Db, row: typeof interactions.$inferInsert): Promise<void> {
  await db.insert(interactions).values(row);
}

const selectInteraction = prepared((db) =>
  db
    .select()
    .from(interactions)
    .where(
      and(
        eq(interactions.tokenHash, sql.placeholder("tokenHash")),
        gt(interactions.expiresAt, sql.placeholder("now")),
      ),
    )
    .prepare("select_interaction"),
);

/** One that has neither expired nor been finished. */
export async function findInteractionRow(
  db: Database,
  input: { tokenHash: Uint8Array; now: Date },
): Promise<InteractionRow | undefined> {
  // A placeholder is bound as it is, without the column's encoder, and the driver takes no Date.
  const [row] = await selectInteraction(db).execute({ ...input, now: input.now.toISOString() });
  return row;
}

/** Finishes an interaction. False for whoever comes second. */
export async function deleteInteraction(db: Db, id: InteractionRowId): Promise<boolean> {
  const rows = await db
    .delete(interactions)
    .where(eq(interactions.id, id))
    .returning({ id: interactions.id });
  return rows.length === 1;
}

/** False when it was finished meanwhile. */
export async function markConsented(db: Db, id: InteractionRowId, sessionId: SessionId): Promise<boolean> {
  const rows = await db
    .update(interactions)
    .set({ consentedSessionId: sessionId })
    .where(eq(interactions.id, id))
    .returning({ id: interactions.id });
  return rows.length === 1;
}

export async function markChosen(db: Db, id: InteractionRowId, sessionId: SessionId): Promise<void> {
  await db.update(interactions).set({ chosenSessionId: sessionId }).where(eq(interactions.id, id));
}

export async function deleteInteractionsBefore(db: Db, now: Date): Promise<number> {
  const rows = await db
    .delete(interactions)
    .where(lt(interactions.expiresAt, now))
    .returning({ id: interactions.id });
  return rows.length;
}

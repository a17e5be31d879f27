/** Rows of `outbox_messages`. */
import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { OutboxMessageId } from "#drizzle/schema/ids.ts";
import { type OutboxKind, type OutboxMessageRow, outboxMessages } from "#drizzle/schema/outbox.ts";
import type { Db } from "#lib/db/client.ts";

export async function insertMessage(db: Db, row: typeof outboxMessages.$inferInsert): Promise<void> {
  await db.insert(outboxMessages).values(row);
}

export async function insertMessages(
  db: Db,
  rows: readonly (typeof outboxMessages.$inferInsert)[],
): Promise<void> {
  await db.insert(outboxMessages).values([...rows]);
}

export type ClaimedMessage = Pick<OutboxMessageRow, "id" | "kind" | "payload" | "createdAt" | "attempts">;

const isOpen = and(isNull(outboxMessages.deliveredAt), isNull(outboxMessages.failedAt));

/**
 * Takes the message that has been due longest, of these kinds, and counts the attempt. Nobody else gets it until
 * `leaseUntil`, when an instance that was killed loses it to another.
 */
export async function claimDueMessage(
  db: Db,
  turn: { readonly kinds: readonly OutboxKind[]; readonly now: Date; readonly leaseUntil: Date },
): Promise<ClaimedMessage | undefined> {
  const due = db
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .where(
      and(isOpen, lte(outboxMessages.availableAt, turn.now), inArray(outboxMessages.kind, [...turn.kinds])),
    )
    .orderBy(asc(outboxMessages.availableAt))
    .limit(1)
    .for("update", { skipLocked: true });
  const [row] = await db
    .update(outboxMessages)
    .set({ availableAt: turn.leaseUntil, attempts: sql`${outboxMessages.attempts} + 1` })
    .where(eq(outboxMessages.id, due))
    .returning({
      id: outboxMessages.id,
      kind: outboxMessages.kind,
      payload: outboxMessages.payload,
      createdAt: outboxMessages.createdAt,
      attempts: outboxMessages.attempts,
    });
  return row;
}

/** Writes how an attempt ended. False when the lease had run out and somebody else took the message over. */
export async function settleAttempt(
  db: Db,
  message: { readonly id: OutboxMessageId; readonly attempts: number },
  outcome: Partial<Pick<OutboxMessageRow, "deliveredAt" | "failedAt" | "availableAt" | "lastError">>,
): Promise<boolean> {
  const rows = await db
    .update(outboxMessages)
    .set(outcome)
    .where(and(eq(outboxMessages.id, message.id), eq(outboxMessages.attempts, message.attempts), isOpen))
    .returning({ id: outboxMessages.id });
  return rows.length === 1;
}

export interface Retention {
  readonly deliveredBefore: Date;
  readonly otherBefore: Date;
}

/** What was delivered goes soon; what was given up, or has nobody to deliver it, later. The number of rows removed. */
export async function deleteOldMessages(db: Db, retention: Retention): Promise<number> {
  const rows = await db
    .delete(outboxMessages)
    .where(
      or(
        lt(outboxMessages.deliveredAt, retention.deliveredBefore),
        lt(outboxMessages.createdAt, retention.otherBefore),
      ),
    )
    .returning({ id: outboxMessages.id });
  return rows.length;
}

/** The message of that kind that failed last and has not arrived since, unless that was before `since`. */
export async function findTroubledMessage(db: Db, kind: OutboxKind, since: Date) {
  const [row] = await db
    .select({ lastError: outboxMessages.lastError, failedAt: outboxMessages.failedAt })
    .from(outboxMessages)
    .where(
      and(
        eq(outboxMessages.kind, kind),
        isNull(outboxMessages.deliveredAt),
        sql`${outboxMessages.lastError} is not null`,
        sql`${outboxMessages.createdAt} > ${since.toISOString()}`,
      ),
    )
    .orderBy(sql`${outboxMessages.createdAt} desc`)
    .limit(1);
  return row;
}

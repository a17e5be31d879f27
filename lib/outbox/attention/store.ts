/** Reads and changes of `outbox_messages` for who looks after them. */
import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { OutboxMessageId } from "#drizzle/schema/ids.ts";
import { type OutboxKind, outboxMessages } from "#drizzle/schema/outbox.ts";
import type { Db } from "#lib/db/client.ts";

const isWaiting = and(isNull(outboxMessages.deliveredAt), isNull(outboxMessages.failedAt));

/** Those that are still to be delivered, counted no further than `most`, and since when the oldest waits. */
export async function countWaiting(db: Db, kind: OutboxKind, most: number) {
  const some = db
    .select({ createdAt: outboxMessages.createdAt })
    .from(outboxMessages)
    .where(and(eq(outboxMessages.kind, kind), isWaiting))
    .orderBy(outboxMessages.availableAt)
    .limit(most)
    .as("some");
  const [row] = await db
    .select({ count: sql<number>`count(*)::int`, oldest: sql<string | null>`min(${some.createdAt})` })
    .from(some);
  return { count: row?.count ?? 0, oldest: row?.oldest ? new Date(row.oldest) : undefined };
}

/** Given up, counted no further than `most`. */
export async function countFailed(db: Db, kind: OutboxKind, most: number): Promise<number> {
  const some = db
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .where(and(eq(outboxMessages.kind, kind), isNotNull(outboxMessages.failedAt)))
    .limit(most)
    .as("some");
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  return row?.count ?? 0;
}

const told = {
  id: outboxMessages.id,
  kind: outboxMessages.kind,
  payload: outboxMessages.payload,
  createdAt: outboxMessages.createdAt,
  availableAt: outboxMessages.availableAt,
  attempts: outboxMessages.attempts,
  lastError: outboxMessages.lastError,
  failedAt: outboxMessages.failedAt,
};

/** The latest first. */
export async function selectFailed(db: Db, kind: OutboxKind, limit: number) {
  return await db
    .select(told)
    .from(outboxMessages)
    .where(and(eq(outboxMessages.kind, kind), isNotNull(outboxMessages.failedAt)))
    .orderBy(desc(outboxMessages.failedAt))
    .limit(limit);
}

/** Those of which an attempt failed, and which are tried again: the next first. */
export async function selectDelayed(db: Db, kind: OutboxKind, limit: number) {
  return await db
    .select(told)
    .from(outboxMessages)
    .where(and(eq(outboxMessages.kind, kind), isWaiting, isNotNull(outboxMessages.lastError)))
    .orderBy(outboxMessages.availableAt)
    .limit(limit);
}

/**
 * As if it had just been written. False where it was not given up: of two who ask at once, one gets it.
 */
export async function renewFailed(
  db: Db,
  kind: OutboxKind,
  id: OutboxMessageId,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .update(outboxMessages)
    .set({ failedAt: null, lastError: null, attempts: 0, createdAt: now, availableAt: now })
    .where(and(eq(outboxMessages.id, id), eq(outboxMessages.kind, kind), isNotNull(outboxMessages.failedAt)))
    .returning({ id: outboxMessages.id });
  return rows.length === 1;
}

/** Also one that waits: an attempt that is under way may still deliver it. */
export async function deleteUndelivered(db: Db, kind: OutboxKind, id: OutboxMessageId): Promise<boolean> {
  const rows = await db
    .delete(outboxMessages)
    .where(and(eq(outboxMessages.id, id), eq(outboxMessages.kind, kind), isNull(outboxMessages.deliveredAt)))
    .returning({ id: outboxMessages.id });
  return rows.length === 1;
}

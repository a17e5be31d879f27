/** Rows of `idempotent_calls`. */
import { and, eq, isNull, lte } from "drizzle-orm";
import { type IdempotentCallRow, idempotentCalls } from "#drizzle/schema/api-keys.ts";
import type { Db } from "#lib/db/client.ts";

export type NewCall = Pick<IdempotentCallRow, "callHash" | "requestHash" | "createdAt" | "expiresAt">;

/** True for the first call under this key alone, however many come at once. */
export async function insertCall(db: Db, call: NewCall): Promise<boolean> {
  const rows = await db
    .insert(idempotentCalls)
    .values({ ...call, status: null, answer: null })
    .onConflictDoNothing()
    .returning({ callHash: idempotentCalls.callHash });
  return rows.length === 1;
}

export async function findCall(db: Db, callHash: Uint8Array): Promise<IdempotentCallRow | undefined> {
  const [row] = await db.select().from(idempotentCalls).where(eq(idempotentCalls.callHash, callHash));
  return row;
}

export async function keepAnswer(
  db: Db,
  callHash: Uint8Array,
  answer: { readonly status: number; readonly answer: Uint8Array },
): Promise<void> {
  await db.update(idempotentCalls).set(answer).where(eq(idempotentCalls.callHash, callHash));
}

/** Frees the key of a call that came to nothing. */
export async function forgetCall(db: Db, callHash: Uint8Array): Promise<void> {
  await db
    .delete(idempotentCalls)
    .where(and(eq(idempotentCalls.callHash, callHash), isNull(idempotentCalls.status)));
}

export async function deleteCallsExpiredBefore(db: Db, now: Date): Promise<number> {
  const rows = await db
    .delete(idempotentCalls)
    .where(lte(idempotentCalls.expiresAt, now))
    .returning({ callHash: idempotentCalls.callHash });
  return rows.length;
}

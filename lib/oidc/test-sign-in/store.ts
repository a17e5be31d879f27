/** Rows of `test_sign_ins`, and what a test leaves in `grants`. */
import { and, eq, gt, gte, isNull, lt, sql } from "drizzle-orm";
import { grants } from "#drizzle/schema/grants.ts";
import type { ClientId, SessionId, TestSignInId, UserId } from "#drizzle/schema/ids.ts";
import { type TestSignInRow, testSignIns } from "#drizzle/schema/oidc.ts";
import type { Db } from "#lib/db/client.ts";
import type { TestResult } from "./schema.ts";

export async function insertTestSignIn(db: Db, row: typeof testSignIns.$inferInsert): Promise<void> {
  await db.insert(testSignIns).values(row);
}

/** Finishes a test of this session, once. Undefined for whoever comes second, and for every other session. */
export async function consumeTestSignIn(
  db: Db,
  input: { stateHash: Uint8Array; sessionId: SessionId; now: Date },
): Promise<TestSignInRow | undefined> {
  const [row] = await db
    .update(testSignIns)
    .set({ finishedAt: input.now })
    .where(
      and(
        eq(testSignIns.stateHash, input.stateHash),
        eq(testSignIns.sessionId, input.sessionId),
        isNull(testSignIns.finishedAt),
        gt(testSignIns.expiresAt, input.now),
      ),
    )
    .returning();
  return row;
}

export async function keepTestResult(db: Db, id: TestSignInId, result: TestResult): Promise<void> {
  await db.update(testSignIns).set({ result }).where(eq(testSignIns.id, id));
}

export async function findTestSignIn(
  db: Db,
  input: { id: TestSignInId; clientId: ClientId; sessionId: SessionId; now: Date },
): Promise<TestSignInRow | undefined> {
  const [row] = await db
    .select()
    .from(testSignIns)
    .where(
      and(
        eq(testSignIns.id, input.id),
        eq(testSignIns.clientId, input.clientId),
        eq(testSignIns.sessionId, input.sessionId),
        gt(testSignIns.expiresAt, input.now),
      ),
    );
  return row;
}

/**
 * Removes the grant that the test made. One that a sign-in of the app has touched too, before or since, has another
 * time of change, also where that sign-in is under way: this waits for its row and looks again.
 */
export async function deleteUntouchedGrant(
  db: Db,
  { userId, clientId, since }: { userId: UserId; clientId: ClientId; since: Date },
): Promise<void> {
  await db
    .delete(grants)
    .where(
      and(
        eq(grants.userId, userId),
        eq(grants.clientId, clientId),
        isNull(grants.consentedAt),
        gte(grants.createdAt, since),
        sql`${grants.createdAt} = ${grants.updatedAt}`,
      ),
    );
}

export async function deleteTestSignInsBefore(db: Db, now: Date): Promise<number> {
  const rows = await db
    .delete(testSignIns)
    .where(lt(testSignIns.expiresAt, now))
    .returning({ id: testSignIns.id });
  return rows.length;
}

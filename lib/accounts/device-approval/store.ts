/** Rows of `device_approvals`, and how those who approved are now. */
import { and, eq, gt, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { type DeviceApprovalRow, deviceApprovals } from "#drizzle/schema/accounts.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import type { CredentialRowId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";

export async function insertDeviceApproval(db: Db, row: typeof deviceApprovals.$inferInsert): Promise<void> {
  await db.insert(deviceApprovals).values(row);
}

const selectBySecret = prepared((db) =>
  db
    .select()
    .from(deviceApprovals)
    .where(eq(deviceApprovals.secretHash, sql.placeholder("secretHash")))
    .prepare("select_device_approval"),
);

/** That of the waiting browser, whatever became of it. Asked every few seconds by every browser that waits. */
export async function findApprovalBySecret(
  db: Database,
  secretHash: Uint8Array,
): Promise<DeviceApprovalRow | undefined> {
  const [row] = await selectBySecret(db).execute({ secretHash });
  return row;
}

/** Nobody has answered, and there is time to. */
function isWaiting(approvalHash: Uint8Array, now: Date) {
  return and(
    eq(deviceApprovals.approvalHash, approvalHash),
    isNull(deviceApprovals.decidedAt),
    gt(deviceApprovals.expiresAt, now),
  );
}

export async function findWaitingApproval(
  db: Db,
  approvalHash: Uint8Array,
  now: Date,
): Promise<DeviceApprovalRow | undefined> {
  const [row] = await db.select().from(deviceApprovals).where(isWaiting(approvalHash, now));
  return row;
}

export interface Approver {
  readonly approvedBy: UserId;
  readonly approvedIn: SessionId;
  readonly credentialId: CredentialRowId;
}

/** Writes the answer; without an approver it is no. False when somebody answered before, or it took too long. */
export async function answerApproval(
  db: Db,
  approvalHash: Uint8Array,
  now: Date,
  approver?: Approver,
): Promise<boolean> {
  const rows = await db
    .update(deviceApprovals)
    .set({ decidedAt: now, ...approver })
    .where(isWaiting(approvalHash, now))
    .returning({ id: deviceApprovals.id });
  return rows.length === 1;
}

/** Takes an approved row out: of any number of callers at once, one gets it. */
export async function takeApproval(
  db: Db,
  secretHash: Uint8Array,
  now: Date,
): Promise<DeviceApprovalRow | undefined> {
  const [row] = await db
    .delete(deviceApprovals)
    .where(
      and(
        eq(deviceApprovals.secretHash, secretHash),
        isNotNull(deviceApprovals.approvedBy),
        gt(deviceApprovals.expiresAt, now),
      ),
    )
    .returning();
  return row;
}

/**
 * The person, and whether session and passkey of the approval still stand. The passkey's row is held until the
 * transaction ends: whoever revokes it meanwhile comes afterwards, and finds the session that it opened.
 */
export async function findApprover(db: Db, { approvedBy, approvedIn, credentialId }: Approver, now: Date) {
  const [passkey] = await db
    .select({ id: credentials.id })
    .from(credentials)
    .where(
      and(
        eq(credentials.id, credentialId),
        eq(credentials.userId, approvedBy),
        isNull(credentials.revokedAt),
      ),
    )
    .for("share");
  const [session] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, approvedIn),
        eq(sessions.userId, approvedBy),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
      ),
    );
  const [user] = await db
    .select({
      id: users.id,
      username: users.username,
      displayName: users.displayName,
      locale: users.locale,
      role: users.role,
    })
    .from(users)
    .where(eq(users.id, approvedBy));
  return { user, sessionLives: session !== undefined, passkeyLives: passkey !== undefined };
}

export async function deleteApprovalsBefore(db: Db, now: Date): Promise<number> {
  const rows = await db
    .delete(deviceApprovals)
    .where(lte(deviceApprovals.expiresAt, now))
    .returning({ id: deviceApprovals.id });
  return rows.length;
}

/** Rows of `device_codes`. */
import { and, eq, gt, lt } from "drizzle-orm";
import type { ClientId, GrantId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import { type DeviceCodeRow, deviceCodes } from "#drizzle/schema/oidc.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";
import { uniqueViolation } from "#lib/db/violation.ts";

/** False when another device was given the same user code. Not for transactions: the collision would end those. */
export async function insertDeviceCode(db: Db, row: typeof deviceCodes.$inferInsert): Promise<boolean> {
  try {
    await db.insert(deviceCodes).values(row);
    return true;
  } catch (cause) {
    if (uniqueViolation(cause) !== "device_codes_user_code_unique") throw cause;
    return false;
  }
}

/** Nobody has answered, and there is time to. */
function isWaiting(now: Date) {
  return and(eq(deviceCodes.status, "pending"), gt(deviceCodes.expiresAt, now));
}

/** One that still waits for an answer. */
export async function findPendingByUserCode(
  db: Db,
  input: { userCodeHash: Uint8Array; now: Date },
): Promise<DeviceCodeRow | undefined> {
  const [row] = await db
    .select()
    .from(deviceCodes)
    .where(and(eq(deviceCodes.userCodeHash, input.userCodeHash), isWaiting(input.now)));
  return row;
}

/** One that still waits for an answer. */
export async function findPendingDevice(
  db: Db,
  input: { deviceCodeHash: Uint8Array; now: Date },
): Promise<DeviceCodeRow | undefined> {
  const [row] = await db
    .select()
    .from(deviceCodes)
    .where(and(eq(deviceCodes.deviceCodeHash, input.deviceCodeHash), isWaiting(input.now)));
  return row;
}

export interface DeviceApproval {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly grantId: GrantId;
  readonly authTime: Date;
  readonly acr: string;
  readonly amr: readonly string[];
}

/** Writes the person's answer. False when somebody answered before, or it took too long. */
export async function answerDevice(
  db: Db,
  input: { deviceCodeHash: Uint8Array; now: Date },
  answer: { readonly status: "denied" } | ({ readonly status: "approved" } & DeviceApproval),
): Promise<boolean> {
  const rows = await db
    .update(deviceCodes)
    .set("amr" in answer ? { ...answer, amr: [...answer.amr] } : answer)
    .where(and(eq(deviceCodes.deviceCodeHash, input.deviceCodeHash), isWaiting(input.now)))
    .returning({ status: deviceCodes.status });
  return rows.length === 1;
}

/** The row of a poll, kept for this transaction: whoever polls at the same time waits. */
export async function lockDeviceCode(
  db: Db,
  input: { deviceCodeHash: Uint8Array; clientId: ClientId },
): Promise<DeviceCodeRow | undefined> {
  const [row] = await db
    .select()
    .from(deviceCodes)
    .where(
      and(eq(deviceCodes.deviceCodeHash, input.deviceCodeHash), eq(deviceCodes.clientId, input.clientId)),
    )
    .for("update")
    .prepare("lock_device_code")
    .execute();
  return row;
}

export async function notePoll(
  db: Db,
  input: { deviceCodeHash: Uint8Array; now: Date; intervalSeconds: number },
): Promise<void> {
  await db
    .update(deviceCodes)
    .set({ lastPolledAt: input.now, pollIntervalSeconds: input.intervalSeconds })
    .where(eq(deviceCodes.deviceCodeHash, input.deviceCodeHash))
    .prepare("note_device_poll")
    .execute();
}

/** Takes an approved code. False for whoever comes second. */
export async function consumeDeviceCode(db: Db, deviceCodeHash: Uint8Array): Promise<boolean> {
  const rows = await db
    .delete(deviceCodes)
    .where(and(eq(deviceCodes.deviceCodeHash, deviceCodeHash), eq(deviceCodes.status, "approved")))
    .returning({ status: deviceCodes.status });
  return rows.length === 1;
}

/** How the session and the person of an approval are now. */
export async function findApprover(db: Db, input: { userId: UserId; sessionId: SessionId }) {
  const [row] = await db
    .select({
      userStatus: users.status,
      sessionRevokedAt: sessions.revokedAt,
      sessionExpiresAt: sessions.expiresAt,
    })
    .from(users)
    .innerJoin(sessions, eq(sessions.userId, users.id))
    .where(and(eq(users.id, input.userId), eq(sessions.id, input.sessionId)));
  return row;
}

export async function deleteDeviceCodesBefore(db: Db, expiredBefore: Date): Promise<number> {
  const rows = await db
    .delete(deviceCodes)
    .where(lt(deviceCodes.expiresAt, expiredBefore))
    .returning({ status: deviceCodes.status });
  return rows.length;
}

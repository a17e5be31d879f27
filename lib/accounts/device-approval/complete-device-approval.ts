/** The waiting browser collects what was approved: a session, weaker than one that a passkey opens. */
import type { DeviceApprovalRow } from "#drizzle/schema/accounts.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { occasionOf } from "#lib/outbox/occasion-of.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";
import { recoveredLifetimeSeconds } from "#lib/sessions/check-may-add-passkey.ts";
import { type OpenedSession, openSession } from "#lib/sessions/open-session.ts";
import { lockActiveUser, touchLastLogin } from "#lib/users/store.ts";
import { isRoleAllowed } from "./check-may-approve.ts";
import { type Approver, findApprovalBySecret, findApprover, takeApproval } from "./store.ts";

export interface LetIn {
  readonly user: { readonly id: string; readonly username: string; readonly displayName: string };
  readonly session: OpenedSession;
}

/** Why an approval is worth nothing any more. */
type Objection = "approval_unknown" | "user_disabled" | "session_ended" | "passkey_revoked" | "role";

interface Refused {
  readonly objection: Objection;
  readonly subjectUserId?: UserId;
}

/**
 * One transaction, which commits whatever it decides: an approval is spent by the first try.
 * @throws DomainError APPROVAL_PENDING while nobody has answered; APPROVAL_REFUSED after a no, for what is unknown, spent
 * or expired, and where the one who approved could not sign in now
 */
export async function completeDeviceApproval(ctx: Context, secret: string): Promise<LetIn> {
  const secretHash = sha256(secret);
  const outcome = await ctx.db.transaction(async (tx) => {
    const row = await takeApproval(tx, secretHash, ctx.now);
    return row ? await letIn(ctx, tx, row) : ({ objection: "approval_unknown" } as const);
  });
  if (!("objection" in outcome)) return outcome;
  if (outcome.objection === "approval_unknown" && (await isPending(ctx, secretHash)))
    throw new DomainError("APPROVAL_PENDING");
  const { objection, ...about } = outcome;
  await appendAuditEvent(ctx, ctx.db, {
    action: "device_approval.refused",
    outcome: "failure",
    reason: objection,
    ...about,
  });
  throw new DomainError("APPROVAL_REFUSED");
}

async function letIn(ctx: Context, tx: Db, row: DeviceApprovalRow): Promise<LetIn | Refused> {
  const approver = approverOf(row);
  if (!approver) return { objection: "approval_unknown" };
  const { approvedBy: subjectUserId, credentialId } = approver;
  // Holds the row that disabling writes to: whoever disables the person comes before this, or finds the session.
  if (!(await lockActiveUser(tx, subjectUserId))) return { objection: "user_disabled", subjectUserId };
  const { user, sessionLives, passkeyLives } = await findApprover(tx, approver, ctx.now);
  if (!user) return { objection: "user_disabled", subjectUserId };
  if (!sessionLives) return { objection: "session_ended", subjectUserId };
  if (!passkeyLives) return { objection: "passkey_revoked", subjectUserId };
  if (!isRoleAllowed(user.role)) return { objection: "role", subjectUserId };
  await touchLastLogin(tx, subjectUserId, ctx.now);
  const session = await openSession(ctx, tx, {
    userId: subjectUserId,
    method: "device_approval",
    // Whatever ends the passkey ends what it let in.
    credentialId,
    acr: "urn:latchkey:recovery",
    // RFC 8176: more than one channel, and nothing that proves who sits at this one.
    amr: ["mca"],
    lifetimeSeconds: recoveredLifetimeSeconds,
  });
  await queueMail(ctx, tx, {
    to: user.username,
    locale: user.locale,
    subjectUserId,
    template: "recovery_used",
    props: { name: user.displayName, way: "device_approval", occasion: occasionOf(ctx) },
  });
  await appendAuditEvent(ctx, tx, {
    action: "session.created",
    outcome: "success",
    actor: { type: "user", userId: subjectUserId },
    subjectUserId,
    credentialId,
    sessionId: session.sessionId,
    details: {
      method: "device_approval",
      user_verified: false,
      resumed: session.resumed,
      approvalId: row.id,
    },
  });
  return { user: { id: user.id, username: user.username, displayName: user.displayName }, session };
}

function approverOf({ approvedBy, approvedIn, credentialId }: DeviceApprovalRow): Approver | undefined {
  if (approvedBy === null || approvedIn === null || credentialId === null) return undefined;
  return { approvedBy, approvedIn, credentialId };
}

async function isPending({ db, now }: Context, secretHash: Uint8Array): Promise<boolean> {
  const row = await findApprovalBySecret(db, secretHash);
  return row !== undefined && row.decidedAt === null && row.expiresAt.getTime() > now.getTime();
}

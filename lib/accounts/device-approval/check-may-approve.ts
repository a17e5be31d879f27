/** Who may let another browser in by their word. */
import type { DeviceApprovalRow } from "#drizzle/schema/accounts.ts";
import type { UserRole } from "#drizzle/schema/users.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { isSteppedUp } from "#lib/sessions/check-step-up.ts";
import type { Approver } from "./store.ts";

/** Somebody may be talked into an approval, so it is never enough for those who can do more than others. */
export function isRoleAllowed(role: UserRole): boolean {
  return role === "user";
}

/** The passkey was used for this: with its user verified, and after the other browser asked. */
export function isConfirmed(
  actor: UserActor,
  { createdAt }: Pick<DeviceApprovalRow, "createdAt">,
  now: Date,
): boolean {
  return isSteppedUp(actor, now) && actor.authTime.getTime() >= createdAt.getTime();
}

/**
 * @throws DomainError UNAUTHENTICATED, APPROVAL_NOT_ALLOWED for a role that needs a passkey in the browser itself,
 * STEP_UP_REQUIRED
 */
export function checkMayApprove(
  { actor, now }: Pick<Context, "actor" | "now">,
  row: Pick<DeviceApprovalRow, "createdAt">,
): Approver {
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  if (!isRoleAllowed(actor.role)) throw new DomainError("APPROVAL_NOT_ALLOWED");
  // A session that was itself let in by less than a passkey lets in nobody.
  if (actor.method !== "passkey" || actor.credentialId === undefined || !isConfirmed(actor, row, now))
    throw new DomainError("STEP_UP_REQUIRED");
  return { approvedBy: actor.userId, approvedIn: actor.sessionId, credentialId: actor.credentialId };
}

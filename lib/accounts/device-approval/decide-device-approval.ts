/** The person's answer to a browser that asks to be let in. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkMayApprove } from "./check-may-approve.ts";
import { findRequest } from "./find-request.ts";
import { isNear } from "./is-near.ts";
import type { ApprovalDecision } from "./schema.ts";
import { answerApproval } from "./store.ts";

/**
 * The first answer counts. Denying needs nothing but to be signed in.
 * @throws DomainError UNAUTHENTICATED, APPROVAL_NOT_FOUND, APPROVAL_NOT_ALLOWED, STEP_UP_REQUIRED, RATE_LIMIT_EXCEEDED
 */
export function decideDeviceApproval(
  ctx: Context,
  input: { readonly code: string; readonly decision: ApprovalDecision },
): Promise<void> {
  const approves = input.decision === "approve";
  const action = approves ? "device_approval.approved" : "device_approval.denied";
  return auditRefusal(ctx, action, async () => {
    const { row, approvalHash } = await findRequest(ctx, input.code);
    const approver = approves ? checkMayApprove(ctx, row) : undefined;
    await ctx.db.transaction(async (tx) => {
      // Somebody else, or another tab, may have answered since it was found.
      if (!(await answerApproval(tx, approvalHash, ctx.now, approver)))
        throw new DomainError("APPROVAL_NOT_FOUND");
      await appendAuditEvent(ctx, tx, {
        action,
        outcome: "success",
        ...(ctx.actor.type === "user" ? { subjectUserId: ctx.actor.userId } : {}),
        ...(approver ? { credentialId: approver.credentialId } : {}),
        details: {
          approvalId: row.id,
          askedFrom: row.ip,
          askedWith: row.userAgent,
          sameNetwork: isNear(row.ip, ctx.ip),
        },
      });
    });
  });
}

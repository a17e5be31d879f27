/** What the person needs to know to tell their own browser from somebody else's. */
import type { Context } from "#lib/context/context.ts";
import { checkMayApprove } from "./check-may-approve.ts";
import { findRequest } from "./find-request.ts";
import { isSameNetwork } from "./is-same-network.ts";
import type { ApprovalQuestion } from "./schema.ts";

/**
 * For whoever could answer with yes. Reads only.
 * @throws DomainError UNAUTHENTICATED, APPROVAL_NOT_FOUND, APPROVAL_NOT_ALLOWED, STEP_UP_REQUIRED, RATE_LIMIT_EXCEEDED
 */
export async function describeDeviceApproval(ctx: Context, code: string): Promise<ApprovalQuestion> {
  const { row } = await findRequest(ctx, code);
  checkMayApprove(ctx, row);
  return {
    comparisonCode: row.comparisonCode,
    ip: row.ip,
    userAgent: row.userAgent,
    askedAt: row.createdAt,
    expiresAt: row.expiresAt,
    sameNetwork: isSameNetwork(row.ip, ctx.ip),
  };
}

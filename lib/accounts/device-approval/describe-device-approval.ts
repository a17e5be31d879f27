/** What the person needs to know to tell their own browser from somebody else's. */
import type { Context } from "#lib/context/context.ts";
import { findPlaces } from "#lib/places/find-places.ts";
import { checkMayApprove } from "./check-may-approve.ts";
import { findRequest } from "./find-request.ts";
import { isNear } from "./is-near.ts";
import type { ApprovalQuestion } from "./schema.ts";

/**
 * For whoever could answer with yes. Reads only.
 * @throws DomainError UNAUTHENTICATED, APPROVAL_NOT_FOUND, APPROVAL_NOT_ALLOWED, STEP_UP_REQUIRED, RATE_LIMIT_EXCEEDED
 */
export async function describeDeviceApproval(ctx: Context, code: string): Promise<ApprovalQuestion> {
  const { row } = await findRequest(ctx, code);
  checkMayApprove(ctx, row);
  const place = (await findPlaces(ctx))(row.ip).name;
  return {
    comparisonCode: row.comparisonCode,
    ip: row.ip,
    ...(place === undefined ? {} : { place }),
    userAgent: row.userAgent,
    askedAt: row.createdAt,
    expiresAt: row.expiresAt,
    sameNetwork: isNear(row.ip, ctx.ip),
  };
}

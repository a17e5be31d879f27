/** The claims that were added to a person or a group. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { checkClaimOwner } from "./lock-claim-owner.ts";
import { type ClaimOwner, type CustomClaim, selectClaims } from "./store.ts";

/** By name; fifty at most. @throws DomainError FORBIDDEN, USER_NOT_FOUND, GROUP_NOT_FOUND */
export async function listCustomClaims(ctx: Context, owner: ClaimOwner): Promise<CustomClaim[]> {
  checkPermission(ctx, "groups.read");
  await checkClaimOwner(ctx.db, owner);
  return await selectClaims(ctx.db, owner);
}

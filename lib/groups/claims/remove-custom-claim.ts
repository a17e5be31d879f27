/** Takes a claim away from a person or a group. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { checkInput } from "../check-input.ts";
import { lockClaimOwner } from "./lock-claim-owner.ts";
import { oldClaimSchema } from "./schema.ts";
import { type ClaimOwner, deleteClaim, findClaim } from "./store.ts";

/**
 * For operators, and administrators who have just confirmed. False when there was no such claim, which changes nothing.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR, USER_NOT_FOUND, GROUP_NOT_FOUND
 */
export function removeCustomClaim(
  ctx: Context,
  { owner, ...input }: { readonly owner: ClaimOwner; readonly name: string },
): Promise<boolean> {
  return auditRefusal(ctx, "claim.removed", async () => {
    checkPermission(ctx, "groups.write");
    const { name } = checkInput(oldClaimSchema, input);
    return await ctx.db.transaction(async (tx) => {
      const { details, ...about } = await lockClaimOwner(tx, owner);
      const before = await findClaim(tx, owner, name);
      if (before === undefined) return false;
      await deleteClaim(tx, owner, name);
      await appendAuditEvent(ctx, tx, {
        action: "claim.removed",
        outcome: "success",
        ...about,
        details: { ...details, name, before: JSON.stringify(before) },
      });
      return true;
    });
  });
}

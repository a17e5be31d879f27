/** Takes an invitation back. */
import type { InvitationId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { setInvitationRevoked } from "./store.ts";

/**
 * No further account is made by it; those that were stay. For operators, and administrators who have just confirmed.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED; NOT_FOUND for an unknown one and one that was revoked before
 */
export async function revokeInvitation(ctx: Context, id: InvitationId): Promise<void> {
  await auditRefusal(ctx, "invitation.revoked", async () => {
    checkPermission(ctx, "invitations.write");
    await ctx.db.transaction(async (tx) => {
      if (!(await setInvitationRevoked(tx, id, ctx.now)))
        throw new DomainError("NOT_FOUND", {
          words: { key: "invitationGone" },
        });
      await appendAuditEvent(ctx, tx, {
        action: "invitation.revoked",
        outcome: "success",
        details: { invitationId: id },
      });
    });
  });
}

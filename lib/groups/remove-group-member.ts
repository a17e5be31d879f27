/** Takes a person out of a group. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import type { Membership } from "./add-group-member.ts";
import { checkMayChangeMembers } from "./managers/check-manager.ts";
import { deleteMember, lockGroup } from "./store.ts";

/**
 * For operators, and administrators and the group's managers who have just confirmed. False when the person was no member, which changes nothing.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, GROUP_NOT_FOUND
 */
export function removeGroupMember(ctx: Context, { group, user }: Membership): Promise<boolean> {
  return auditRefusal(ctx, "group.member_removed", async () => {
    return await ctx.db.transaction(async (tx) => {
      await checkMayChangeMembers(ctx, tx, group);
      const found = await lockGroup(tx, group, "share");
      if (!found) throw new DomainError("GROUP_NOT_FOUND");
      if (!(await deleteMember(tx, group, user))) return false;
      await appendAuditEvent(ctx, tx, {
        action: "group.member_removed",
        outcome: "success",
        subjectUserId: user,
        details: { groupId: group, name: found.name },
      });
      return true;
    });
  });
}

/** Ends a group: its members stay people, its claims and its policy are gone. */
import type { GroupId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { checkUnchanged } from "#lib/context/check-unchanged.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { countMembers, lockGroup, removeGroup } from "./store.ts";

/**
 * For operators, and administrators who have just confirmed.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, GROUP_NOT_FOUND
 */
export function deleteGroup(ctx: Context, id: GroupId): Promise<void> {
  return auditRefusal(ctx, "group.deleted", async () => {
    checkPermission(ctx, "groups.write");
    await ctx.db.transaction(async (tx) => {
      const group = await lockGroup(tx, id, "update");
      if (!group) throw new DomainError("GROUP_NOT_FOUND");
      checkUnchanged(ctx, group.updatedAt);
      const members = await countMembers(tx, id);
      await removeGroup(tx, id);
      await appendAuditEvent(ctx, tx, {
        action: "group.deleted",
        outcome: "success",
        details: {
          groupId: id,
          name: group.name,
          displayName: group.displayName,
          members,
          attestationPolicy: JSON.stringify(group.attestationPolicy),
        },
      });
    });
  });
}

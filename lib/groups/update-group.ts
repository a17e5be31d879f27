/** Changes what a group is called on screens; its name stays, as apps have learnt it. */
import type { GroupId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { checkUnchanged } from "#lib/context/check-unchanged.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { checkInput } from "./check-input.ts";
import { describeGroup, type Group } from "./describe-group.ts";
import { groupChangeSchema } from "./schema.ts";
import { lockGroup, updateGroupDisplayName } from "./store.ts";

export interface GroupChange {
  readonly id: GroupId;
  readonly displayName: string;
}

/**
 * For operators, and administrators who have just confirmed. The same text again changes nothing.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR, GROUP_NOT_FOUND
 */
export function updateGroup(ctx: Context, { id, ...change }: GroupChange): Promise<Group> {
  return auditRefusal(ctx, "group.changed", async () => {
    checkPermission(ctx, "groups.write");
    const { displayName } = checkInput(groupChangeSchema, change);
    return await ctx.db.transaction(async (tx) => {
      const before = await lockGroup(tx, id, "update");
      if (!before) throw new DomainError("GROUP_NOT_FOUND");
      checkUnchanged(ctx, before.updatedAt);
      if (before.displayName === displayName) return describeGroup(before);
      await updateGroupDisplayName(tx, id, displayName, ctx.now);
      await appendAuditEvent(ctx, tx, {
        action: "group.changed",
        outcome: "success",
        details: { groupId: id, name: before.name, before: before.displayName, after: displayName },
      });
      return describeGroup({ ...before, displayName, updatedAt: ctx.now });
    });
  });
}

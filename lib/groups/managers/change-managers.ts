/** Says who manages a group, and who does no more. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import type { Membership } from "../add-group-member.ts";
import { holdUser, lockGroup } from "../store.ts";
import { deleteManager, insertManager } from "./store.ts";

/**
 * For administrators who confirmed that it is them: no manager makes another. False when nothing changed.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, GROUP_NOT_FOUND, USER_NOT_FOUND
 */
export function addGroupManager(ctx: Context, { group, user }: Membership): Promise<boolean> {
  return auditRefusal(ctx, "group.manager_added", async () => {
    checkPermission(ctx, "groups.write");
    return await ctx.db.transaction(async (tx) => {
      const found = await lockGroup(tx, group, "share");
      if (!found) throw new DomainError("GROUP_NOT_FOUND");
      if (!(await holdUser(tx, user))) throw new DomainError("USER_NOT_FOUND");
      if (!(await insertManager(tx, group, user, ctx.now))) return false;
      await appendAuditEvent(ctx, tx, {
        action: "group.manager_added",
        outcome: "success",
        subjectUserId: user,
        details: { groupId: group, name: found.name },
      });
      return true;
    });
  });
}

/** As `addGroupManager`. @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, GROUP_NOT_FOUND */
export function removeGroupManager(ctx: Context, { group, user }: Membership): Promise<boolean> {
  return auditRefusal(ctx, "group.manager_removed", async () => {
    checkPermission(ctx, "groups.write");
    return await ctx.db.transaction(async (tx) => {
      const found = await lockGroup(tx, group, "share");
      if (!found) throw new DomainError("GROUP_NOT_FOUND");
      if (!(await deleteManager(tx, group, user))) return false;
      await appendAuditEvent(ctx, tx, {
        action: "group.manager_removed",
        outcome: "success",
        subjectUserId: user,
        details: { groupId: group, name: found.name },
      });
      return true;
    });
  });
}

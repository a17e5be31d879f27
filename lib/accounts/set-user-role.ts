/** Gives somebody another role. It holds with the next request: roles are read with every session, never kept. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { UserRole } from "#drizzle/schema/users.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { checkUnchanged } from "#lib/context/check-unchanged.ts";
import type { Context } from "#lib/context/context.ts";
import { administratorWithPasskeyExists, lockRevocations } from "#lib/credentials/store.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { describeUser } from "#lib/users/describe-user.ts";
import type { User } from "#lib/users/schema.ts";
import { lockUser, updateUser } from "#lib/users/store.ts";
import { deleteLinksOf } from "./recovery/links/store.ts";

/**
 * The role that somebody has already changes nothing.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, USER_NOT_FOUND, PRECONDITION_FAILED; LAST_ADMINISTRATOR where
 * nobody else with a passkey could administer
 */
export function setUserRole(
  ctx: Context,
  { id, role }: { readonly id: UserId; readonly role: UserRole },
): Promise<User> {
  return auditRefusal(ctx, "user.role_changed", async () => {
    checkPermission(ctx, "roles.write");
    return await ctx.db.transaction(async (tx) => {
      // Two administrators who demote each other come one after the other.
      await lockRevocations(tx);
      const before = await lockUser(tx, id);
      if (!before) throw new DomainError("USER_NOT_FOUND");
      checkUnchanged(ctx, before.updatedAt);
      if (before.role === role) return describeUser(before);
      if (before.role === "admin" && !(await administratorWithPasskeyExists(tx, id)))
        throw new DomainError("LAST_ADMINISTRATOR");
      const row = await updateUser(tx, id, { role, updatedAt: ctx.now });
      // A link that was made for who the person was must not open who they are now.
      await deleteLinksOf(tx, id);
      await appendAuditEvent(ctx, tx, {
        action: "user.role_changed",
        outcome: "success",
        subjectUserId: id,
        details: { before: before.role, after: role },
      });
      return describeUser(row);
    });
  });
}

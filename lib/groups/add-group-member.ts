/** Puts a person into a group. */
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkOwnPasskeyAllowed } from "#lib/passkeys/policy/check-own-passkey.ts";
import { parseStoredPolicy } from "#lib/passkeys/policy/load-policy.ts";
import { checkMayChangeMembers } from "./managers/check-manager.ts";
import { holdUser, insertMember, lockGroup } from "./store.ts";

export interface Membership {
  readonly group: GroupId;
  readonly user: UserId;
}

/**
 * For operators, and administrators and the group's managers who have just confirmed. The group's attestation policy holds for the person from now
 * on; an administrator cannot join a group whose policy shuts out the passkey of the session that asks.
 * False when the person was a member already, which changes nothing.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, GROUP_NOT_FOUND, USER_NOT_FOUND, CONFLICT
 */
export function addGroupMember(ctx: Context, { group, user }: Membership): Promise<boolean> {
  return auditRefusal(ctx, "group.member_added", async () => {
    return await ctx.db.transaction(async (tx) => {
      await checkMayChangeMembers(ctx, tx, group);
      // Shared among those who add members; whoever sets the policy waits, and sees the new member.
      const found = await lockGroup(tx, group, "share");
      if (!found) throw new DomainError("GROUP_NOT_FOUND");
      if (!(await holdUser(tx, user))) throw new DomainError("USER_NOT_FOUND");
      if (!(await insertMember(tx, group, user, ctx.now))) return false;
      if (ctx.actor.type === "user" && ctx.actor.userId === user && found.attestationPolicy !== null)
        await checkOwnPasskeyAllowed(ctx, tx, parseStoredPolicy(found.attestationPolicy));
      await appendAuditEvent(ctx, tx, {
        action: "group.member_added",
        outcome: "success",
        subjectUserId: user,
        details: { groupId: group, name: found.name },
      });
      return true;
    });
  });
}

/** Spends one use of an invitation on the account that is being made. Belongs into its transaction. */
import type { UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import type { DomainError } from "#lib/errors/domain-error.ts";
import { insertMember, lockGroup } from "#lib/groups/store.ts";
import { refuse } from "#lib/passkeys/ceremony-refusal.ts";
import { insertInvitationUse, selectGroupsOf, type takeInvitation } from "./store.ts";

/** One answer for unknown, used up, expired and revoked invitations, and for those of another name. */
export function refuseInvitation(): DomainError {
  return refuse("FORBIDDEN", "invitation", {
    words: { key: "invitationDead" },
  });
}

export type TakenInvitation = NonNullable<Awaited<ReturnType<typeof takeInvitation>>>;

/** Writes down who came, and puts them into the groups that are still there. */
export async function welcomeInvited(
  ctx: Context,
  tx: Db,
  { id: invitationId, remainingUses }: TakenInvitation,
  userId: UserId,
): Promise<void> {
  const about = { outcome: "success", actor: { type: "user", userId }, subjectUserId: userId } as const;
  await insertInvitationUse(tx, { invitationId, userId, usedAt: ctx.now });
  const joined = [];
  for (const { id } of await selectGroupsOf(tx, [invitationId])) {
    // Held as when an administrator adds a member: whoever sets the policy waits, and sees this one.
    const group = await lockGroup(tx, id, "share");
    if (group && (await insertMember(tx, id, userId, ctx.now))) joined.push(group);
  }
  await appendAuditEvent(ctx, tx, {
    action: "invitation.used",
    ...about,
    details: { invitationId, remaining_uses: remainingUses },
  });
  for (const { id, name } of joined)
    await appendAuditEvent(ctx, tx, {
      action: "group.member_added",
      ...about,
      details: { groupId: id, name, invitationId },
    });
}

/** A link by which somebody opens an account here, though not everybody may. */
import type { GroupId, InvitationId } from "#drizzle/schema/ids.ts";
import type { InvitationRow } from "#drizzle/schema/invitations.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkInput } from "#lib/groups/check-input.ts";
import { lockGroup } from "#lib/groups/store.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { describeInvitations } from "./describe-invitations.ts";
import { mailInvitation } from "./mail-invitation.ts";
import { type Invitation, type NewInvitation, newInvitationSchema } from "./schema.ts";
import { insertInvitation } from "./store.ts";

export interface CreatedInvitation {
  /** Shown here once; the token in it is stored as its hash. */
  readonly link: string;
  readonly invitation: Invitation;
  /** A mail with the link is on its way to `invitation.email`. */
  readonly mailed: boolean;
}

/**
 * For operators, administrators and the helpdesk, who have just confirmed; the helpdesk invites into no group. By default for one account, within a week.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR, GROUP_NOT_FOUND; CONFLICT where sign-up is closed
 */
export function createInvitation(ctx: Context, input: NewInvitation): Promise<CreatedInvitation> {
  return auditRefusal(ctx, "invitation.created", async () => {
    checkPermission(ctx, "invitations.write");
    const wishes = checkInput(newInvitationSchema, input);
    // Groups open apps: an invitation is no way around the right to put people into them.
    if (wishes.groups.length > 0) checkPermission(ctx, "groups.members");
    if (ctx.config.signUp === "closed")
      throw new DomainError("CONFLICT", {
        words: { key: "invitationsClosed" },
      });
    const token = randomSecret();
    const link = `${ctx.config.baseUrl}/sign-up?invitation=${token}`;
    const { email, note, uses, expiresInSeconds } = wishes;
    const row: InvitationRow = {
      id: newId<InvitationId>(),
      tokenHash: sha256(token),
      createdBy: ctx.actor.type === "user" ? ctx.actor.userId : null,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + expiresInSeconds * 1000),
      revokedAt: null,
      uses,
      remainingUses: uses,
      email: email?.toLowerCase() ?? null,
      note: note || null,
    };
    const groupIds = [...new Set(wishes.groups)].sort() as GroupId[];
    return await ctx.db.transaction(async (tx) => {
      for (const id of groupIds)
        if (!(await lockGroup(tx, id, "share"))) throw new DomainError("GROUP_NOT_FOUND");
      await insertInvitation(tx, row, groupIds);
      const [invitation] = await describeInvitations(tx, [row], ctx.now);
      if (!invitation) throw new Error("a row was described as none");
      const mailed = wishes.mail && (await mailInvitation(ctx, tx, { row, link, locale: wishes.locale }));
      await appendAuditEvent(ctx, tx, {
        action: "invitation.created",
        outcome: "success",
        details: {
          invitationId: row.id,
          uses,
          email: row.email,
          groups: invitation.groups.map(({ name }) => name),
          expiresAt: row.expiresAt.toISOString(),
          mailed,
        },
      });
      return { link, invitation, mailed };
    });
  });
}

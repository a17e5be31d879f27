/** Changes what is known of a person: by the person, or by who administers. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { UserRow } from "#drizzle/schema/users.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { AuditAction } from "#lib/audit/catalogue.ts";
import { checkUnchanged } from "#lib/context/check-unchanged.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkInput } from "#lib/groups/check-input.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { describeUser } from "#lib/users/describe-user.ts";
import {
  type OwnProfileChange,
  ownProfileChangeSchema,
  type ProfileChange,
  profileChangeSchema,
  type User,
} from "#lib/users/schema.ts";
import { lockUser, updateUser } from "#lib/users/store.ts";
import { deleteVerification } from "../email/store.ts";
import { deletePicture } from "../pictures/store.ts";
import { deleteLinksOf } from "../recovery/links/store.ts";
import { planProfileChange } from "./plan-profile-change.ts";

/**
 * For operators, and administrators who have just confirmed. What is as asked already changes nothing.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR, USER_NOT_FOUND, USER_EXISTS
 */
export function updateProfile(ctx: Context, userId: UserId, input: ProfileChange): Promise<User> {
  return auditRefusal(ctx, "user.changed", async () => {
    checkPermission(ctx, "users.write");
    const change = checkInput(profileChangeSchema, input);
    return await applyChange(ctx, { userId, action: "user.changed", change });
  });
}

/**
 * The person's own, but for the username and what has been checked.
 * @throws DomainError UNAUTHENTICATED, VALIDATION_ERROR
 */
export function updateOwnProfile(ctx: Context, input: OwnProfileChange): Promise<User> {
  return auditRefusal(ctx, "profile.changed", async () => {
    const { actor } = ctx;
    if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
    const change = checkInput(ownProfileChangeSchema, input);
    return await applyChange(ctx, { userId: actor.userId, action: "profile.changed", change });
  });
}

interface Application {
  readonly userId: UserId;
  readonly action: AuditAction;
  readonly change: ProfileChange;
}

async function applyChange(ctx: Context, { userId, action, change }: Application): Promise<User> {
  return await ctx.db.transaction(async (tx) => {
    const row = await lockUser(tx, userId);
    if (!row) throw new DomainError("USER_NOT_FOUND");
    checkUnchanged(ctx, row.updatedAt);
    const { columns, before, after } = planProfileChange(row, change, ctx.now);
    if (Object.keys(columns).length === 0) return describeUser(row);
    const updated: UserRow = await updateUser(tx, userId, { ...columns, updatedAt: ctx.now });
    // What the person asked for before would undo it.
    if (columns.username !== undefined) await deleteVerification(tx, userId);
    // The one that the person sent is served no longer.
    if (columns.picture !== undefined) await deletePicture(tx, userId);
    // A link that waits in the old mailbox opens nothing any more.
    if (columns.username !== undefined) await deleteLinksOf(tx, userId);
    await appendAuditEvent(ctx, tx, {
      action,
      outcome: "success",
      subjectUserId: userId,
      details: {
        changed: Object.keys(after),
        // What somebody else did to a person's data is kept in full.
        ...(action === "user.changed"
          ? { before: JSON.stringify(before), after: JSON.stringify(after) }
          : {}),
      },
    });
    return describeUser(updated);
  });
}

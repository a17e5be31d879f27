/** Who may see and change the members of a group: administrators of any, managers of theirs. */
import type { GroupId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission, hasPermission } from "#lib/permissions/check-permission.ts";
import { checkStepUp } from "#lib/sessions/check-step-up.ts";
import { holdManager, isManager } from "./store.ts";

/**
 * Belongs into the transaction of the change: who is a manager now stays one until it ends. A manager confirms who they
 * are as an administrator does. No API key manages anything.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED
 */
export async function checkMayChangeMembers(ctx: Context, tx: Db, group: GroupId): Promise<void> {
  const { actor } = ctx;
  const manages =
    !hasPermission(ctx, "groups.members") &&
    actor.type === "user" &&
    actor.method === "passkey" &&
    (await holdManager(tx, group, actor.userId));
  if (manages) checkStepUp(ctx);
  else checkPermission(ctx, "groups.members");
}

/** For what managers are shown. To everybody else the group is not there. @throws DomainError GROUP_NOT_FOUND */
export async function checkManages({ db, actor }: Context, group: GroupId): Promise<void> {
  const manages =
    actor.type === "user" && actor.method === "passkey" && (await isManager(db, group, actor.userId));
  if (!manages) throw new DomainError("GROUP_NOT_FOUND");
}

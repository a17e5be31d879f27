/** Says who may sign in to an app: the members of these groups, or everybody. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { replaceGroups } from "./replace-groups.ts";
import { lockClient, selectClientGroups } from "./store.ts";

/**
 * No groups: everybody. For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CLIENT_NOT_FOUND, VALIDATION_ERROR for a group that is not there
 */
export async function setClientGroups(
  ctx: Context,
  input: { readonly clientId: string; readonly groupIds: readonly string[] },
): Promise<void> {
  checkPermission(ctx, "clients.write");
  await ctx.db.transaction(async (tx) => {
    const clientId = (await lockClient(tx, input.clientId))?.id;
    if (!clientId) throw new DomainError("CLIENT_NOT_FOUND");
    const before = await selectClientGroups(tx, clientId);
    const after = await replaceGroups(tx, clientId, input.groupIds);
    await appendAuditEvent(ctx, tx, {
      action: "client.groups_changed",
      outcome: "success",
      clientId,
      details: { before, after },
    });
  });
}

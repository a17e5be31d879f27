/** Says who may sign in to an app: the members of these groups, or everybody. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { getClient } from "./get-client.ts";
import { replaceClientGroups, selectClientGroups } from "./store.ts";

/**
 * No groups: everybody. For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CLIENT_NOT_FOUND, VALIDATION_ERROR for a group that is not there
 */
export async function setClientGroups(
  ctx: Context,
  input: { readonly clientId: string; readonly groupIds: readonly string[] },
): Promise<void> {
  checkPermission(ctx, "clients.write");
  const { id: clientId } = await getClient(ctx, input.clientId);
  const wanted = [...new Set(input.groupIds)];
  await ctx.db.transaction(async (tx) => {
    const before = await selectClientGroups(tx, clientId);
    const after = await replaceClientGroups(tx, clientId, wanted);
    const unknown = wanted.filter((id) => !after.includes(id));
    if (unknown.length > 0)
      throw new DomainError("VALIDATION_ERROR", {
        fields: unknown.map((id) => ({
          path: `groupIds.${input.groupIds.indexOf(id)}`,
          message: "is no group here",
        })),
      });
    await appendAuditEvent(ctx, tx, {
      action: "client.groups_changed",
      outcome: "success",
      clientId,
      details: { before, after },
    });
  });
}

/** Removes a relying app with everything that hangs on it: consents, codes, tokens, errors. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { checkUnchanged } from "#lib/context/check-unchanged.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { tellMetadata } from "./describe-change.ts";
import { deleteClientRow } from "./store.ts";

/**
 * For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CLIENT_NOT_FOUND
 */
export async function deleteClient(ctx: Context, id: string): Promise<void> {
  checkPermission(ctx, "clients.write");
  await ctx.db.transaction(async (tx) => {
    const client = await deleteClientRow(tx, id);
    if (!client) throw new DomainError("CLIENT_NOT_FOUND");
    checkUnchanged(ctx, client.updatedAt);
    await appendAuditEvent(ctx, tx, {
      action: "client.deleted",
      outcome: "success",
      clientId: client.id,
      details: tellMetadata(client),
    });
  });
}

/** Takes a secret of an app away: whoever has it cannot authenticate with it any more. */
import type { ClientId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { deleteClientSecret } from "./store.ts";

/**
 * Also the last one: the app cannot sign anybody in until it gets another. For operators, and for administrators who
 * confirmed that it is them. @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, NOT_FOUND
 */
export async function removeClientSecret(
  ctx: Context,
  input: { readonly clientId: string; readonly secretId: string },
): Promise<void> {
  checkPermission(ctx, "clients.write");
  const clientId = input.clientId as ClientId;
  await ctx.db.transaction(async (tx) => {
    if (!(await deleteClientSecret(tx, clientId, input.secretId)))
      throw new DomainError("NOT_FOUND", { words: { key: "clientSecretGone" } });
    await appendAuditEvent(ctx, tx, {
      action: "client.secret_removed",
      outcome: "success",
      clientId,
      details: { secretId: input.secretId },
    });
  });
}

/** Takes an app's logo away; its address leads nowhere from then on. */
import type { ClientId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256Hex } from "#lib/crypto/hash.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { deleteClientLogo, lockClient } from "./store.ts";

/** Where there is none, nothing happens. @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CLIENT_NOT_FOUND */
export async function removeClientLogo(ctx: Context, id: string): Promise<void> {
  checkPermission(ctx, "clients.write");
  const clientId = id as ClientId;
  await ctx.db.transaction(async (tx) => {
    if (!(await lockClient(tx, clientId))) throw new DomainError("CLIENT_NOT_FOUND");
    const old = await deleteClientLogo(tx, clientId);
    if (!old) return;
    await appendAuditEvent(ctx, tx, {
      action: "client.logo_removed",
      outcome: "success",
      clientId,
      details: { before: sha256Hex(old), after: null },
    });
  });
}

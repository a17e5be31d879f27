/** Shuts a relying app out, and lets it in again. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { requireClient } from "./require-client.ts";
import { setClientDisabled, spendClientTokens } from "./store.ts";

export interface DisabledClient {
  readonly client: ClientRow;
  /** Tokens, codes and device codes that were good until now. */
  readonly tokensEnded: number;
}

/**
 * Its tokens end for good: enabling it again does not bring them back.
 * For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CLIENT_NOT_FOUND
 */
export async function disableClient(ctx: Context, id: string): Promise<DisabledClient> {
  checkPermission(ctx, "clients.write");
  const { id: clientId, disabledAt } = await requireClient(ctx.db, id);
  return ctx.db.transaction(async (tx) => {
    const client = await setClientDisabled(tx, clientId, disabledAt ?? ctx.now, ctx.now);
    const tokensEnded = await spendClientTokens(tx, clientId, ctx.now);
    await appendAuditEvent(ctx, tx, {
      action: "client.disabled",
      outcome: "success",
      clientId,
      details: { before: disabledAt !== null, after: true, tokensEnded },
    });
    return { client, tokensEnded };
  });
}

/** As `disableClient`. */
export async function enableClient(ctx: Context, id: string): Promise<ClientRow> {
  checkPermission(ctx, "clients.write");
  const { id: clientId, disabledAt } = await requireClient(ctx.db, id);
  return ctx.db.transaction(async (tx) => {
    const client = await setClientDisabled(tx, clientId, null, ctx.now);
    await appendAuditEvent(ctx, tx, {
      action: "client.enabled",
      outcome: "success",
      clientId,
      details: { before: disabledAt !== null, after: false },
    });
    return client;
  });
}

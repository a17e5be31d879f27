/** Finds out why a code could not be consumed, and takes back what it bought if it was used before. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { revokeTokenLine } from "../tokens/refresh/store.ts";
import { findSpentCode } from "../tokens/store.ts";

/**
 * RFC 6749 section 4.1.2. A code of another client is left alone: its owner may still redeem it. The code's own row may
 * be gone by now; the tokens that it bought, and their successors, still name it.
 */
export async function refuseSpentCode(
  ctx: Context,
  tx: Db,
  client: ClientRow,
  codeHash: Uint8Array,
): Promise<undefined> {
  const actor = { type: "client", clientId: client.id } as const;
  const spent = await findSpentCode(tx, codeHash);
  const foreign = spent !== undefined && spent.clientId !== client.id;
  const revokedTokens = foreign ? 0 : await revokeTokenLine(tx, { codeHash, clientId: client.id }, ctx.now);
  if (foreign || (!spent && revokedTokens === 0)) {
    await appendAuditEvent(ctx, tx, {
      action: "token.refused",
      outcome: "failure",
      reason: foreign ? "code_of_other_client" : "unknown_code",
      actor,
      clientId: client.id,
    });
    return undefined;
  }
  await appendAuditEvent(ctx, tx, {
    action: "code.replayed",
    outcome: "failure",
    reason: "code_used_before",
    actor,
    clientId: client.id,
    ...(spent ? { subjectUserId: spent.userId, sessionId: spent.sessionId } : {}),
    details: { revokedTokens },
  });
  return undefined;
}

/** Finds out why a code could not be consumed, and takes back what it bought if it was used before. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { findSpentCode, revokeTokensOfCode } from "../tokens/store.ts";

/** RFC 6749 section 4.1.2. A code of another client is left alone: its owner may still redeem it. */
export async function refuseSpentCode(
  ctx: Context,
  tx: Db,
  client: ClientRow,
  codeHash: Uint8Array,
): Promise<undefined> {
  const actor = { type: "client", clientId: client.id } as const;
  const spent = await findSpentCode(tx, codeHash);
  if (!spent || spent.clientId !== client.id) {
    await appendAuditEvent(ctx, tx, {
      action: "token.refused",
      outcome: "failure",
      reason: spent ? "code_of_other_client" : "unknown_code",
      actor,
      clientId: client.id,
    });
    return undefined;
  }
  const revokedTokens = await revokeTokensOfCode(tx, codeHash, ctx.now);
  await appendAuditEvent(ctx, tx, {
    action: "code.replayed",
    outcome: "failure",
    reason: "code_used_before",
    actor,
    clientId: client.id,
    subjectUserId: spent.userId,
    sessionId: spent.sessionId,
    details: { revokedTokens },
  });
  return undefined;
}

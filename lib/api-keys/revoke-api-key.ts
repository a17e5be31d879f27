/** Ends a key at once, on every instance: none keeps it in memory. */
import type { ApiKeyId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { setApiKeyRevoked } from "./store.ts";

/** @throws DomainError FORBIDDEN, STEP_UP_REQUIRED; NOT_FOUND for an unknown one and one that has ended */
export async function revokeApiKey(ctx: Context, id: ApiKeyId): Promise<void> {
  await auditRefusal(ctx, "api_key.revoked", async () => {
    checkPermission(ctx, "api_keys.write");
    await ctx.db.transaction(async (tx) => {
      const row = await setApiKeyRevoked(tx, id, ctx.now);
      if (!row) throw new DomainError("NOT_FOUND", { words: { key: "apiKeyGone" } });
      await appendAuditEvent(ctx, tx, {
        action: "api_key.revoked",
        outcome: "success",
        subjectUserId: row.createdBy,
        details: { apiKeyId: id, name: row.name },
      });
    });
  });
}

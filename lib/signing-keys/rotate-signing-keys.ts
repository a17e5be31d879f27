/** Lets the next key of an algorithm take over before its time. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { takeDueSteps } from "./advance-signing-keys.ts";
import { describeSigningKeys } from "./list-signing-keys.ts";
import { reloadSigningKeys } from "./load-signing-keys.ts";
import { type SigningAlgorithm, type SigningKey, signingAlgorithmSchema } from "./schema.ts";
import { listSigningKeys, lockKeyChanges, updateSigningKey } from "./store.ts";

/**
 * At once where the next key has been published long enough; else as soon as it has, and nobody has to ask again:
 * `rotationRequestedAt` and the next key's `signsFrom` tell. Tokens signed so far stay good. Returns all keys.
 * For operators, and administrators who have just confirmed.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED
 */
export function rotateSigningKeys(
  ctx: Context,
  { algorithm }: { readonly algorithm?: SigningAlgorithm | undefined },
): Promise<SigningKey[]> {
  return auditRefusal(ctx, "signing_key.rotation_requested", async () => {
    checkPermission(ctx, "signing_keys.write");
    const algorithms = algorithm === undefined ? signingAlgorithmSchema.options : [algorithm];
    const keys = await ctx.db.transaction(async (tx) => {
      await lockKeyChanges(tx);
      await requestRotation(ctx, tx, algorithms);
      await takeDueSteps(ctx, tx);
      return await describeSigningKeys(ctx, tx);
    });
    await reloadSigningKeys(ctx);
    return keys;
  });
}

async function requestRotation(ctx: Context, tx: Db, algorithms: readonly string[]): Promise<void> {
  const rows = await listSigningKeys(tx);
  const active = rows.filter((row) => row.state === "active" && algorithms.includes(row.algorithm));
  for (const { kid, rotationRequestedAt } of active) {
    if (rotationRequestedAt === null) await updateSigningKey(tx, kid, { rotationRequestedAt: ctx.now });
  }
  await appendAuditEvent(ctx, tx, {
    action: "signing_key.rotation_requested",
    outcome: "success",
    details: { kids: active.map(({ kid }) => kid), algorithms },
  });
}

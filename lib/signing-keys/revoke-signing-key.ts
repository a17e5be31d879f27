/** Withdraws a key that somebody else may have: published no more, believed no more. */
import type { SigningKeyRow } from "#drizzle/schema/signing-keys.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { activateKey, createNextKey } from "./advance-signing-keys.ts";
import { describeSigningKeys } from "./list-signing-keys.ts";
import { reloadSigningKeys } from "./load-signing-keys.ts";
import { type SigningKey, signingAlgorithmSchema } from "./schema.ts";
import { listSigningKeys, lockKeyChanges, updateSigningKey } from "./store.ts";

/**
 * What it has signed fails to verify as soon as apps look at the JWKS again: that is the point. Where it was the key
 * that signs, the next one does from now on, however long it has been published. Returns all keys.
 * For operators, and administrators who have just confirmed. Again, it changes nothing.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, NOT_FOUND
 */
export function revokeSigningKey(ctx: Context, { kid }: { readonly kid: string }): Promise<SigningKey[]> {
  return auditRefusal(ctx, "signing_key.revoked", async () => {
    checkPermission(ctx, "signing_keys.write");
    const keys = await ctx.db.transaction(async (tx) => {
      await lockKeyChanges(tx);
      const rows = await listSigningKeys(tx);
      const key = rows.find((row) => row.kid === kid);
      if (!key) throw new DomainError("NOT_FOUND", { words: { key: "signingKeyGone" } });
      if (key.revokedAt === null) await withdraw(ctx, tx, key, rows);
      return await describeSigningKeys(ctx, tx);
    });
    await reloadSigningKeys(ctx);
    return keys;
  });
}

async function withdraw(
  ctx: Context,
  tx: Db,
  key: SigningKeyRow,
  rows: readonly SigningKeyRow[],
): Promise<void> {
  const algorithm = signingAlgorithmSchema.parse(key.algorithm);
  await updateSigningKey(tx, key.kid, {
    state: "retired",
    privateJwk: null,
    retiredAt: key.retiredAt ?? ctx.now,
    revokedAt: ctx.now,
  });
  if (key.state === "active" || key.state === "next") await replace(ctx, tx, key, rows);
  await appendAuditEvent(ctx, tx, {
    action: "signing_key.revoked",
    outcome: "success",
    details: { kid: key.kid, algorithm, state: key.state },
  });
}

/** There is a successor again afterwards, and somebody who signs. */
async function replace(
  ctx: Context,
  tx: Db,
  key: SigningKeyRow,
  rows: readonly SigningKeyRow[],
): Promise<void> {
  const algorithm = signingAlgorithmSchema.parse(key.algorithm);
  if (key.state === "active") {
    const next = rows.find((row) => row.algorithm === algorithm && row.state === "next");
    const kid = next?.kid ?? (await createNextKey(ctx, tx, algorithm));
    await activateKey(ctx, tx, { kid, algorithm });
  }
  await createNextKey(ctx, tx, algorithm);
}

/** Makes the issuer's first signing key at first start, and proves at every start that the stored one opens. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context, Runtime } from "#lib/context/context.ts";
import { localContext } from "#lib/context/local-context.ts";
import { loadSigningKeys } from "./load-signing-keys.ts";
import { makeSigningKey } from "./make-signing-key.ts";
import { insertSigningKey, listSigningKeys, lockKeyCreation } from "./store.ts";

/**
 * Several instances may start at once: one of them makes the key, the others take it.
 * @throws StartupError when the keyring does not open the stored key.
 */
export async function ensureSigningKeys(runtime: Runtime): Promise<void> {
  if (!(await hasActiveKey(runtime.db)))
    await createFirstKey(localContext(runtime, { type: "system", name: "start" }));
  await loadSigningKeys(runtime);
}

async function createFirstKey(ctx: Context): Promise<void> {
  // Made before the lock is taken: generation takes a good fraction of a second.
  const row = await makeSigningKey(ctx.keyring, ctx.now);
  await ctx.db.transaction(async (tx) => {
    await lockKeyCreation(tx);
    if (await hasActiveKey(tx)) return;
    await insertSigningKey(tx, row);
    await appendAuditEvent(ctx, tx, {
      action: "signing_key.created",
      outcome: "success",
      details: { kid: row.kid, algorithm: row.algorithm },
    });
  });
}

async function hasActiveKey(db: Parameters<typeof listSigningKeys>[0]): Promise<boolean> {
  return (await listSigningKeys(db)).some((row) => row.state === "active");
}

/** Makes the issuer's first signing keys at first start, and proves at every start that the stored ones open. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context, Runtime } from "#lib/context/context.ts";
import { localContext } from "#lib/context/local-context.ts";
import type { Db } from "#lib/db/client.ts";
import { createNextKey } from "./advance-signing-keys.ts";
import { type KeyTimes, keyTimes } from "./key-times.ts";
import { reloadSigningKeys, setKeyTimes } from "./load-signing-keys.ts";
import { makeSigningKey } from "./make-signing-key.ts";
import { type SigningAlgorithm, signingAlgorithmSchema } from "./schema.ts";
import { insertSigningKey, listSigningKeys, lockKeyChanges } from "./store.ts";

/**
 * Several instances may start at once: one of them makes the keys, the others take them.
 * @throws StartupError when the keyring does not open the stored keys.
 */
export async function ensureSigningKeys(
  runtime: Runtime,
  times: KeyTimes = keyTimes(runtime.config),
): Promise<void> {
  setKeyTimes(runtime, times);
  const missing = await missingAlgorithms(runtime.db);
  if (missing.length > 0) await createMissing(localContext(runtime, { type: "system", name: "start" }));
  await reloadSigningKeys(runtime);
}

async function createMissing(ctx: Context): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockKeyChanges(tx);
    const missing = await missingAlgorithms(tx);
    // An issuer without any key has never been asked for its JWKS: nobody keeps an older copy of it.
    if (missing.length === signingAlgorithmSchema.options.length) await createFirstKeys(ctx, tx);
    else for (const algorithm of missing) await createNextKey(ctx, tx, algorithm);
  });
}

async function createFirstKeys(ctx: Context, tx: Db): Promise<void> {
  const made = signingAlgorithmSchema.options.map((algorithm) => makeSigningKey(ctx.keyring, algorithm));
  for (const key of await Promise.all(made)) {
    await insertSigningKey(tx, { ...key, state: "active", createdAt: ctx.now, activatedAt: ctx.now });
    await appendAuditEvent(ctx, tx, {
      action: "signing_key.created",
      outcome: "success",
      details: { kid: key.kid, algorithm: key.algorithm },
    });
  }
}

async function missingAlgorithms(db: Db): Promise<SigningAlgorithm[]> {
  const rows = await listSigningKeys(db);
  return signingAlgorithmSchema.options.filter(
    (algorithm) => !rows.some((row) => row.algorithm === algorithm && row.state !== "retired"),
  );
}

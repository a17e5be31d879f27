/** Takes the steps that are due: publishes successors, lets them take over, retires what nobody needs any more. */
import type { SigningKeyRow } from "#drizzle/schema/signing-keys.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { keyTimesOf, reloadSigningKeys } from "./load-signing-keys.ts";
import { makeSigningKey } from "./make-signing-key.ts";
import { planRotation, type RotationStep } from "./plan-rotation.ts";
import { type SigningAlgorithm, signingAlgorithmSchema } from "./schema.ts";
import { insertSigningKey, listSigningKeys, lockKeyChanges, updateSigningKey } from "./store.ts";

/** Any number of instances may call it at the same time; each step is taken once. Returns how many were. */
export async function advanceSigningKeys(ctx: Context): Promise<number> {
  if (planAll(ctx, await listSigningKeys(ctx.db)).length === 0) return 0;
  const taken = await ctx.db.transaction(async (tx) => {
    await lockKeyChanges(tx);
    return takeDueSteps(ctx, tx);
  });
  await reloadSigningKeys(ctx);
  return taken;
}

/** For a transaction that holds the lock. */
export async function takeDueSteps(ctx: Context, tx: Db): Promise<number> {
  const plan = planAll(ctx, await listSigningKeys(tx));
  for (const { algorithm, step } of plan) await takeStep(ctx, tx, algorithm, step);
  return plan.length;
}

function planAll(ctx: Context, rows: readonly SigningKeyRow[]) {
  return signingAlgorithmSchema.options.flatMap((algorithm) => {
    const own = rows.filter((row) => row.algorithm === algorithm);
    return planRotation(own, ctx.now, keyTimesOf(ctx)).map((step) => ({ algorithm, step }));
  });
}

async function takeStep(
  ctx: Context,
  tx: Db,
  algorithm: SigningAlgorithm,
  step: RotationStep,
): Promise<void> {
  switch (step.kind) {
    case "activate":
      if (step.retiring !== undefined)
        await updateSigningKey(tx, step.retiring, { state: "retiring", retiringAt: ctx.now });
      return activateKey(ctx, tx, { kid: step.kid, algorithm });
    case "retire":
      await updateSigningKey(tx, step.kid, { state: "retired", retiredAt: ctx.now, privateJwk: null });
      return appendAuditEvent(ctx, tx, {
        action: "signing_key.retired",
        outcome: "success",
        details: { kid: step.kid, algorithm },
      });
    case "create":
      await createNextKey(ctx, tx, algorithm);
  }
}

/** Lets a published key sign from now on; the one before it must have stopped. */
export async function activateKey(
  ctx: Context,
  tx: Db,
  { kid, algorithm }: { readonly kid: string; readonly algorithm: SigningAlgorithm },
): Promise<void> {
  await updateSigningKey(tx, kid, { state: "active", activatedAt: ctx.now });
  await appendAuditEvent(ctx, tx, {
    action: "signing_key.activated",
    outcome: "success",
    details: { kid, algorithm },
  });
}

/** Publishes a successor and returns its kid. */
export async function createNextKey(ctx: Context, tx: Db, algorithm: SigningAlgorithm): Promise<string> {
  const key = await makeSigningKey(ctx.keyring, algorithm);
  await insertSigningKey(tx, { ...key, state: "next", createdAt: ctx.now });
  await appendAuditEvent(ctx, tx, {
    action: "signing_key.created",
    outcome: "success",
    details: { kid: key.kid, algorithm },
  });
  return key.kid;
}

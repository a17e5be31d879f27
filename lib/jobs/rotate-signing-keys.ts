/** Keeps the issuer's keys moving: each instance looks, and one takes each step that is due. */
import type { Runtime } from "#lib/context/context.ts";
import { localContext } from "#lib/context/local-context.ts";
import { advanceSigningKeys } from "#lib/signing-keys/advance-signing-keys.ts";
import { reloadSigningKeys } from "#lib/signing-keys/load-signing-keys.ts";

/** Returns how many steps were taken. What is in memory is fresh afterwards: the next request waits for nothing. */
export async function rotateSigningKeysOnSchedule(runtime: Runtime, now: Date): Promise<number> {
  const ctx = { ...localContext(runtime, { type: "system", name: "signing-keys" }), now };
  const steps = await advanceSigningKeys(ctx);
  if (steps === 0) await reloadSigningKeys(runtime);
  return steps;
}

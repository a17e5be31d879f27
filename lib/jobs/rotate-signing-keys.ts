/** Keeps the issuer's keys moving: each instance looks, and one takes each step that is due. */
import type { Runtime } from "#lib/context/context.ts";
import { localContext } from "#lib/context/local-context.ts";
import { advanceSigningKeys } from "#lib/signing-keys/advance-signing-keys.ts";

/** Returns how many steps were taken. */
export function rotateSigningKeysOnSchedule(runtime: Runtime, now: Date): Promise<number> {
  return advanceSigningKeys({ ...localContext(runtime, { type: "system", name: "signing-keys" }), now });
}

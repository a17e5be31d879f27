/** Whether the issuer has an active key that opens: without one no app can be signed in to. */
import type { Runtime } from "#lib/context/context.ts";
import { loadSigningKeys } from "#lib/signing-keys/load-signing-keys.ts";
import type { HealthRow } from "./report.ts";

export async function checkSigningKeys(runtime: Runtime): Promise<HealthRow> {
  try {
    await loadSigningKeys(runtime);
    return { name: "signing_keys", status: "healthy", message: "There is an active signing key." };
  } catch {
    return { name: "signing_keys", status: "unhealthy", message: "There is no usable signing key." };
  }
}

/** Whether the issuer has an active key that opens: without one no app can be signed in to. */
import type { Runtime } from "#lib/context/context.ts";
import { loadSigningKeys } from "#lib/signing-keys/load-signing-keys.ts";
import type { HealthRow } from "./report.ts";

export async function checkSigningKeys(runtime: Runtime): Promise<HealthRow> {
  try {
    const { signers } = await loadSigningKeys(runtime);
    if (signers.size > 0)
      return { name: "signing_keys", status: "healthy", message: "There is an active signing key." };
  } catch {
    // The reason stays here: anybody may ask.
    return { name: "signing_keys", status: "unhealthy", message: "The signing keys cannot be read." };
  }
  return { name: "signing_keys", status: "unhealthy", message: "There is no usable signing key." };
}

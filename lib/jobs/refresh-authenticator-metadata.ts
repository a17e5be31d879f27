/** Keeps the authenticator metadata current while the program runs. */
import type { Runtime } from "#lib/context/context.ts";
import { localContext } from "#lib/context/local-context.ts";
import { metadataFor } from "#lib/passkeys/metadata/metadata-for.ts";
import { refreshMetadata } from "#lib/passkeys/metadata/refresh-metadata.ts";

/**
 * Each instance looks at its own file, or at the address when it is its turn, and takes into memory what another one
 * accepted: the next ceremony then waits for nothing. Returns 1 when something new was taken.
 */
export async function refreshAuthenticatorMetadata(
  runtime: Runtime,
  now: Date,
  signal: AbortSignal,
): Promise<number> {
  if (!runtime.config.metadata) return 0;
  const ctx = { ...localContext(runtime, { type: "system", name: "metadata" }), now };
  const outcome = await refreshMetadata(ctx, { signal });
  await metadataFor(runtime);
  return outcome.kind === "loaded" ? 1 : 0;
}

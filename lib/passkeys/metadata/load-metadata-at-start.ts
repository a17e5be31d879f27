/** The first look at the metadata, before anybody is let in. */
import type { Context } from "#lib/context/context.ts";
import { metadataFor } from "./metadata-for.ts";
import { readTrustFiles } from "./read-trust-files.ts";
import { refreshMetadata } from "./refresh-metadata.ts";

/**
 * A file is read at once; an address is the job's, which comes soon: a start does not wait for the network.
 * Metadata that is refused stops nothing, as the last good one is in the database.
 * @throws StartupError when the root or a revocation list cannot be used, which only the operator can mend
 */
export async function loadMetadataAtStart(ctx: Context): Promise<void> {
  const { metadata } = ctx.config;
  if (!metadata) return;
  await readTrustFiles(metadata);
  if ("file" in metadata.source) await refreshMetadata(ctx);
  await metadataFor(ctx);
}

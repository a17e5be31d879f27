/** What is to be said of the metadata in use. */
import type { Runtime } from "#lib/context/context.ts";
import { metadataFor } from "./metadata-for.ts";
import { findMetadataCheck } from "./refresh-metadata.ts";
import type { MetadataProblem } from "./schema.ts";

export interface MetadataState {
  /** Undefined: there is none, and no attestation is trusted. */
  readonly serial: number | undefined;
  readonly models: number;
  /** The day by which a newer one was promised has passed. */
  readonly outdated: boolean;
  /** Why the newest one is not the one in use. */
  readonly problem: MetadataProblem | undefined;
}

/** Undefined where no metadata is configured. */
export async function describeMetadata(
  runtime: Pick<Runtime, "db" | "config" | "log">,
  now: Date,
): Promise<MetadataState | undefined> {
  if (!runtime.config.metadata) return undefined;
  const metadata = await metadataFor(runtime);
  const check = await findMetadataCheck(runtime.db);
  return {
    serial: metadata?.serial,
    models: (metadata?.byAaguid.size ?? 0) + (metadata?.byKeyIdentifier.size ?? 0),
    outdated: metadata !== undefined && metadata.validThrough.getTime() < now.getTime(),
    problem: check?.problem ?? undefined,
  };
}

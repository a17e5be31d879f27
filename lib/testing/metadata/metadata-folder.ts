/** An operator's metadata files, with a newer BLOB as often as a test wants one. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { refreshMetadata } from "#lib/passkeys/metadata/refresh-metadata.ts";
import { buildMetadataBlob } from "./build-metadata-blob.ts";
import { makeMetadataAuthority } from "./metadata-authority.ts";
import type { MetadataEntry } from "./metadata-entry.ts";

export interface MetadataFolder {
  /** As the operator names the files. */
  readonly variables: { readonly MDS_BLOB: string; readonly MDS_ROOT: string };
  /** From now on the metadata says this and nothing else. `operator` is a context of one. */
  publish(operator: Context, ...entries: readonly MetadataEntry[]): Promise<void>;
  remove(): void;
}

export function makeMetadataFolder(): MetadataFolder {
  const authority = makeMetadataAuthority();
  const folder = mkdtempSync(join(tmpdir(), "latchkey-metadata-"));
  const variables = { MDS_BLOB: join(folder, "blob.jwt"), MDS_ROOT: join(folder, "root.pem") };
  writeFileSync(variables.MDS_ROOT, authority.rootPem);
  let serial = 0;
  return {
    variables,
    publish: async (operator, ...entries) => {
      serial += 1;
      writeFileSync(variables.MDS_BLOB, buildMetadataBlob({ authority, entries, no: serial }));
      expect(await refreshMetadata(operator)).toMatchObject({ kind: "loaded" });
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The metadata in use, in memory: read from the database when that has another one than this process. */
import type { Runtime } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { constantTimeEqual, sha256 } from "#lib/crypto/hash.ts";
import type { Database } from "#lib/db/client.ts";
import { indexMetadata, type Metadata } from "./metadata.ts";
import { readTrustFiles } from "./read-trust-files.ts";
import { findMetadataBlob, findMetadataHead } from "./store.ts";
import { verifyBlob } from "./verify-blob.ts";

type Needs = Pick<Runtime, "db" | "config" | "log">;

interface Loaded {
  readonly digest: Uint8Array;
  readonly loading: Promise<Metadata | undefined>;
  /** What `loading` came to; undefined until then. */
  metadata: Metadata | undefined;
}

const cache = () => processWide("authenticator-metadata", () => new WeakMap<Database, Loaded>());

/**
 * What every instance has agreed on: a BLOB that one of them accepted is in force in all of them with their next
 * ceremony. Undefined without MDS_BLOB, before the first BLOB, and when the stored one does not verify.
 */
export async function metadataFor(runtime: Needs): Promise<Metadata | undefined> {
  if (!runtime.config.metadata) return undefined;
  const head = await findMetadataHead(runtime.db);
  if (!head) return undefined;
  const known = cache().get(runtime.db);
  if (known && constantTimeEqual(known.digest, head.digest)) return await known.loading;
  const loaded: Loaded = { digest: head.digest, loading: load(runtime), metadata: undefined };
  cache().set(runtime.db, loaded);
  loaded.metadata = await loaded.loading;
  return loaded.metadata;
}

/** The same without asking the database: for names, where a moment's delay does no harm. */
export function metadataInMemory({ db, config }: Pick<Runtime, "db" | "config">): Metadata | undefined {
  return config.metadata && cache().get(db)?.metadata;
}

/** Forgets what this process has, so that changed files are asked again. */
export function forgetMetadata(db: Database): void {
  cache().delete(db);
}

/**
 * Verified again, as of the day when it was accepted: whoever can write to the database but not sign can only take the
 * metadata away, and that shows in the health report.
 */
async function load({ db, config, log }: Needs): Promise<Metadata | undefined> {
  try {
    const row = await findMetadataBlob(db);
    if (!row || !config.metadata) return undefined;
    const { trust } = await readTrustFiles(config.metadata);
    const payload = await verifyBlob(row.blob, { trust, at: row.acceptedAt, asOfThen: true });
    // Of what was verified: the digest beside it is the database's word, and trust hangs on this one.
    return indexMetadata(payload, sha256(row.blob));
  } catch (error) {
    log.error({ err: error }, "the stored metadata cannot be used");
    return undefined;
  }
}

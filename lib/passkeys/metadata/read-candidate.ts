/** What the source holds now, with the files that it is to be judged by. */
import { readFile, stat } from "node:fs/promises";
import type { MetadataConfig } from "#lib/config/load-config.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { fetchBlob, largestBlobBytes } from "./fetch-blob.ts";
import { MetadataRefusal } from "./metadata-refusal.ts";
import { readTrustFiles } from "./read-trust-files.ts";
import type { MetadataTrust } from "./verify-blob.ts";

export interface Candidate {
  readonly blob: string;
  /** SHA-256 of the BLOB. */
  readonly digest: Uint8Array;
  /** Of BLOB, roots and lists together: the same one needs no second judgement. */
  readonly fingerprint: string;
  readonly trust: MetadataTrust;
}

/** @throws MetadataRefusal `unreachable`, `too_large`, `trust_files` */
export async function readCandidate(config: MetadataConfig, signal: AbortSignal): Promise<Candidate> {
  const { trust, bytes } = await readTrustFiles(config).catch((cause: unknown) => {
    throw new MetadataRefusal("trust_files", cause);
  });
  const { source } = config;
  const blob = "url" in source ? await fetchBlob(source.url, signal) : await readBlobFile(source.file);
  const digest = sha256(blob);
  return { blob, digest, trust, fingerprint: encodeBase64url(sha256(Buffer.concat([digest, bytes]))) };
}

async function readBlobFile(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > largestBlobBytes) throw new MetadataRefusal("too_large");
    return (await readFile(file, "latin1")).trim();
  } catch (cause) {
    if (cause instanceof MetadataRefusal) throw cause;
    throw new MetadataRefusal("unreachable", cause);
  }
}

/** The operator's files that metadata is judged by: roots, and revocation lists. */
import { readFile } from "node:fs/promises";
import type { MetadataConfig } from "#lib/config/load-config.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { type Certificate, readCertificate } from "../attestation/read-certificate.ts";
import { readRevocationList } from "./read-revocation-list.ts";
import type { MetadataTrust } from "./verify-blob.ts";

export interface TrustFiles {
  readonly trust: MetadataTrust;
  /** Everything that was read, to notice a change. */
  readonly bytes: Uint8Array;
}

/** @throws StartupError that names the file and says what is wrong with it */
export async function readTrustFiles(config: MetadataConfig): Promise<TrustFiles> {
  const rootFile = await read("MDS_ROOT", config.rootFile, readRoots);
  const lists = await Promise.all(
    config.revocationListFiles.map((file) => read("MDS_CRL", file, readRevocationList)),
  );
  return {
    trust: {
      roots: rootFile.value,
      signer: config.signer,
      revocationLists: lists.map(({ value }) => value),
    },
    bytes: Buffer.concat([
      rootFile.bytes,
      Buffer.from(config.signer ?? ""),
      ...lists.map(({ bytes }) => bytes),
    ]),
  };
}

async function read<T>(
  variable: string,
  file: string,
  parse: (bytes: Uint8Array) => T,
): Promise<{ readonly bytes: Uint8Array; readonly value: T }> {
  try {
    const bytes = await readFile(file);
    return { bytes, value: parse(bytes) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StartupError(`The file of ${variable} cannot be used.`, [`${file}: ${why}`], { cause });
  }
}

function readRoots(bytes: Uint8Array): Certificate[] {
  const text = Buffer.from(bytes).toString("latin1");
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw new Error("holds no certificate in PEM form");
  return blocks.map((block) =>
    readCertificate(Buffer.from(block.replace(/-----[A-Z ]+-----/g, ""), "base64")),
  );
}

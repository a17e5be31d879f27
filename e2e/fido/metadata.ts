/** The metadata that the server is given: one BLOB for all makers, and those that it must not believe. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manufacturerKey } from "#lib/testing/authenticator/attestation/statement.ts";
import { type Certificate, issueCertificate, keyIdentifier } from "#lib/testing/authenticator/certificate.ts";
import { makeKeyPair } from "#lib/testing/authenticator/key-pair.ts";
import { type BlobFault, buildMetadataBlob } from "#lib/testing/metadata/build-metadata-blob.ts";
import {
  buildRevocationList,
  type MetadataAuthority,
  makeMetadataAuthority,
  signerTemplate,
} from "#lib/testing/metadata/metadata-authority.ts";
import { type EntryParts, type MetadataEntry, metadataEntry } from "#lib/testing/metadata/metadata-entry.ts";
import { batch, type Maker, makers } from "./makers.ts";

const sound = makeMetadataAuthority();
/** Another issuer below the same root, which the root has taken back. */
const takenBack = issueCertificate(
  {
    subject: [
      ["C", "US"],
      ["O", "Example Metadata Service"],
      ["CN", "Example Metadata Issuer 2"],
    ],
    basicConstraints: { ca: true, pathLength: 0 },
    keyUsage: ["keyCertSign", "cRLSign"],
  },
  makeKeyPair(-7),
  sound.root,
);
const signedBelow = (intermediate: Certificate): MetadataAuthority => ({
  ...sound,
  intermediate,
  leaf: issueCertificate(signerTemplate, makeKeyPair(-7), intermediate),
});

const authorities = {
  sound,
  intermediateRevoked: signedBelow(takenBack),
  leafRevoked: signedBelow(sound.intermediate),
} as const;

const entryOf = ({ aaguid, authority }: Maker, more: Partial<EntryParts> = {}): MetadataEntry =>
  metadataEntry({ aaguid, roots: [authority.root.der], ...more });

/** Written as the numbers that they are: no double holds them. */
const largeNumbers = {
  authenticatorGetInfo: {
    versions: ["FIDO_2_1"],
    vendorPrototypeConfigCommands: [1n, 9_007_199_254_740_993n, 18_446_744_073_709_551_615n],
  },
};

const entries: readonly MetadataEntry[] = [
  entryOf(makers.packed),
  entryOf(makers.criticalRoot),
  entryOf(makers.largeNumbers, { statement: largeNumbers }),
  entryOf(makers.tpm, { attestationTypes: ["attca"] }),
  entryOf(makers.androidKey),
  entryOf(makers.safetyNet),
  entryOf(makers.selfOnly, { attestationTypes: ["basic_surrogate"] }),
  entryOf(batch, { roots: [batch.leaf.der] }),
  metadataEntry({
    keyIdentifiers: [Buffer.from(keyIdentifier(manufacturerKey(-7).publicKeyObject)).toString("hex")],
    roots: [makers.u2f.authority.root.der],
  }),
  ...Object.entries(makers.compromised).map(([status, maker]) =>
    entryOf(maker, { statuses: ["FIDO_CERTIFIED", status] }),
  ),
];

const folder = mkdtempSync(join(tmpdir(), "latchkey-fido-"));
const blobFile = join(folder, "blob.jwt");

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** Writes the files, and names them as an operator would. */
export function metadataVariables(): Record<string, string> {
  writeFileSync(blobFile, buildMetadataBlob({ authority: sound, entries }));
  const lists = [
    buildRevocationList(sound.root, { revoked: [takenBack] }),
    buildRevocationList(sound.intermediate, { revoked: [authorities.leafRevoked.leaf] }),
  ];
  return {
    MDS_BLOB: blobFile,
    MDS_ROOT: write("root.pem", sound.rootPem),
    MDS_CRL: lists.map((list, index) => write(`list-${index}.crl`, list)).join(","),
  };
}

export function removeMetadata(): void {
  rmSync(folder, { recursive: true });
}

/** A newer BLOB with one more maker, wrong in one way, takes the place of the one before. */
export function writeBadBlob(
  maker: Maker,
  wrong: { readonly fault?: BlobFault; readonly signedBy?: keyof typeof authorities },
): void {
  const blob = buildMetadataBlob({
    authority: authorities[wrong.signedBy ?? "sound"],
    entries: [...entries, entryOf(maker)],
    no: 2,
    ...(wrong.fault ? { fault: wrong.fault } : {}),
  });
  writeFileSync(blobFile, blob);
}

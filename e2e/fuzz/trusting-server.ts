/** A server that takes no authenticator on its word: metadata with one manufacturer, and a policy that demands it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type AttestationAuthority,
  makeAuthority,
} from "#lib/testing/authenticator/attestation/authority.ts";
import { manufacturerKey } from "#lib/testing/authenticator/attestation/statement.ts";
import { keyIdentifier } from "#lib/testing/authenticator/certificate.ts";
import { buildMetadataBlob } from "#lib/testing/metadata/build-metadata-blob.ts";
import { makeMetadataAuthority } from "#lib/testing/metadata/metadata-authority.ts";
import { metadataEntry } from "#lib/testing/metadata/metadata-entry.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";

/** Who is trusted, as the authenticators need it. */
export interface Manufacturer {
  readonly authority: AttestationAuthority;
  readonly aaguid: string;
}

export interface TrustingServer {
  readonly latchkey: LatchkeyProcess;
  readonly manufacturer: Manufacturer;
  stop(): Promise<void>;
}

export async function startTrustingServer(nodeArguments: readonly string[] = []): Promise<TrustingServer> {
  const manufacturer = { authority: makeAuthority(), aaguid: crypto.randomUUID() };
  const folder = mkdtempSync(join(tmpdir(), "latchkey-fuzz-"));
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const service = makeMetadataAuthority();
  const latchkey = await startLatchkey({
    nodeArguments,
    variables: {
      MDS_BLOB: write(
        "blob.jwt",
        buildMetadataBlob({ authority: service, entries: entriesOf(manufacturer) }),
      ),
      MDS_ROOT: write("root.pem", service.rootPem),
    },
  });
  const stop = async () => {
    await latchkey.stop();
    rmSync(folder, { recursive: true });
  };
  try {
    await latchkey.command(
      ...["policy", "set", "--file", write("policy.json", JSON.stringify({ trustedOnly: true }))],
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { latchkey, manufacturer, stop };
}

/** One model that attests in every way, and the U2F key, which has no AAGUID. */
function entriesOf({ authority, aaguid }: Manufacturer) {
  const roots = [authority.root.der];
  const u2fKey = Buffer.from(keyIdentifier(manufacturerKey(-7).publicKeyObject)).toString("hex");
  return [
    metadataEntry({
      aaguid,
      roots,
      attestationTypes: ["basic_full", "attca", "anonca"],
      algorithms: [
        "secp256r1_ecdsa_sha256_raw",
        "secp384r1_ecdsa_sha384_raw",
        "secp521r1_ecdsa_sha512_raw",
        "rsassa_pss_sha256_raw",
        "rsassa_pkcsv15_sha256_raw",
        "ed25519_eddsa_sha512_raw",
      ],
    }),
    metadataEntry({ keyIdentifiers: [u2fKey], roots }),
  ];
}

/** The metadata in use, indexed by what registrations and sign-ins know of an authenticator. */
import type { BlobEntry, BlobPayload } from "./schema.ts";

/** What the makers and the FIDO Alliance say of one model. */
export interface ModelFacts {
  /** For people; undefined where the statement has no usable description. */
  readonly name: string | undefined;
  readonly statusReports: BlobEntry["statusReports"];
  /** `basic_full`, `basic_surrogate`, `attca`, `anonca`, …; empty: not said. */
  readonly attestationTypes: readonly string[];
  /** Names of the FIDO registry, such as `secp256r1_ecdsa_sha256_raw`; empty: not said. */
  readonly authenticationAlgorithms: readonly string[];
  /** Alternatives, each a combination of methods such as `fingerprint_internal`. */
  readonly userVerificationMethods: readonly (readonly string[])[];
  readonly keyProtection: readonly string[];
  /** DER: roots, intermediates or single attestation certificates. */
  readonly attestationRoots: readonly Uint8Array[];
}

export interface Metadata {
  /** SHA-256 of the BLOB that this is read from. */
  readonly digest: Uint8Array;
  readonly serial: number;
  /** The last moment of the day by which a newer BLOB should be there. */
  readonly validThrough: Date;
  readonly byAaguid: ReadonlyMap<string, ModelFacts>;
  /** By SHA-1 of an attestation certificate's public key in hex: models without an AAGUID. */
  readonly byKeyIdentifier: ReadonlyMap<string, ModelFacts>;
}

const dayMs = 86_400_000;

export function indexMetadata({ no, nextUpdate, entries }: BlobPayload, digest: Uint8Array): Metadata {
  const byAaguid = new Map<string, ModelFacts>();
  const byKeyIdentifier = new Map<string, ModelFacts>();
  for (const entry of entries) {
    const facts = factsOf(entry);
    if (entry.aaguid !== undefined) byAaguid.set(entry.aaguid, facts);
    for (const identifier of entry.attestationCertificateKeyIdentifiers ?? [])
      byKeyIdentifier.set(identifier, facts);
  }
  return {
    digest,
    serial: no,
    validThrough: new Date(Date.parse(nextUpdate) + dayMs - 1),
    byAaguid,
    byKeyIdentifier,
  };
}

function factsOf({ statusReports, metadataStatement: statement }: BlobEntry): ModelFacts {
  return {
    name: displayName(statement?.description ?? ""),
    statusReports,
    attestationTypes: statement?.attestationTypes ?? [],
    authenticationAlgorithms: statement?.authenticationAlgorithms ?? [],
    userVerificationMethods: (statement?.userVerificationDetails ?? []).map((combination) =>
      combination.flatMap(({ userVerificationMethod }) => userVerificationMethod ?? []),
    ),
    keyProtection: statement?.keyProtection ?? [],
    attestationRoots: (statement?.attestationRootCertificates ?? []).map(
      (certificate) => new Uint8Array(Buffer.from(certificate, "base64")),
    ),
  };
}

const longestName = 48;

/** One line without control or direction characters, short enough to be numbered and still be a passkey's name. */
function displayName(description: string): string | undefined {
  const line = description
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const cut = [...line].slice(0, longestName).join("").trim();
  return cut === "" ? undefined : cut;
}

/** Entries of a metadata BLOB: what a manufacturer says of a product, and what became of it. */

/** Members of the payload as FIDO's specification spells them; a bigint is written as the number that it is. */
export type MetadataJson =
  | string
  | number
  | bigint
  | boolean
  | readonly MetadataJson[]
  | { readonly [member: string]: MetadataJson | undefined };

export type MetadataEntry = { readonly [member: string]: MetadataJson | undefined };

export interface EntryParts {
  /** Of a FIDO2 product; leave it out for U2F and give `keyIdentifiers`. */
  readonly aaguid?: string;
  /** SHA-1 of U2F attestation keys, in hexadecimal. */
  readonly keyIdentifiers?: readonly string[];
  /** DER. */
  readonly roots: readonly Uint8Array[];
  readonly description?: string;
  /** Oldest first; certified by default. */
  readonly statuses?: readonly string[];
  readonly attestationTypes?: readonly string[];
  /** Names of the registry of predefined values. */
  readonly algorithms?: readonly string[];
  /** Members laid over the statement; `undefined` removes one. */
  readonly statement?: { readonly [member: string]: MetadataJson | undefined };
  /** Members laid over the entry. */
  readonly entry?: { readonly [member: string]: MetadataJson | undefined };
}

export function metadataEntry(parts: EntryParts): MetadataEntry {
  const { aaguid, keyIdentifiers, statuses = ["FIDO_CERTIFIED"] } = parts;
  const identity = {
    ...(aaguid === undefined ? {} : { aaguid }),
    ...(keyIdentifiers === undefined ? {} : { attestationCertificateKeyIdentifiers: [...keyIdentifiers] }),
  };
  return {
    ...identity,
    metadataStatement: { ...identity, ...statementOf(parts), ...parts.statement },
    statusReports: statuses.map((status, index) => ({ status, effectiveDate: `2025-01-0${index + 1}` })),
    timeOfLastStatusChange: "2025-01-01",
    ...parts.entry,
  };
}

function statementOf(parts: EntryParts): MetadataEntry {
  const { aaguid, roots } = parts;
  const passkey = aaguid !== undefined;
  return {
    legalHeader: "A statement for tests.",
    description: parts.description ?? "Example Authenticator",
    authenticatorVersion: 2,
    protocolFamily: passkey ? "fido2" : "u2f",
    schema: 3,
    upv: [{ major: 1, minor: passkey ? 0 : 2 }],
    authenticationAlgorithms: [...(parts.algorithms ?? ["secp256r1_ecdsa_sha256_raw"])],
    publicKeyAlgAndEncodings: [passkey ? "cose" : "ecc_x962_raw"],
    attestationTypes: [...(parts.attestationTypes ?? ["basic_full"])],
    userVerificationDetails: [
      [{ userVerificationMethod: "presence_internal" }],
      [{ userVerificationMethod: "passcode_internal", caDesc: { base: 64, minLength: 4, maxRetries: 8 } }],
    ],
    keyProtection: ["hardware", "secure_element"],
    matcherProtection: ["on_chip"],
    cryptoStrength: 128,
    attachmentHint: ["external", "wired"],
    tcDisplay: [],
    attestationRootCertificates: roots.map((root) => Buffer.from(root).toString("base64")),
    ...(passkey ? { authenticatorGetInfo: getInfo(aaguid) } : {}),
  };
}

function getInfo(aaguid: string): MetadataEntry {
  return {
    versions: ["FIDO_2_0", "FIDO_2_1"],
    extensions: ["credProtect"],
    aaguid: aaguid.replaceAll("-", ""),
    options: { plat: false, rk: true, up: true, clientPin: true },
    maxMsgSize: 1200,
  };
}

/** Packed attestation (WebAuthn Level 3 section 8.2), by the credential's own key or by a manufacturer's. */
import type { Cbor } from "../cbor.ts";
import type { CertificateTemplate, DistinguishedName } from "../certificate.ts";
import { chainFaults, issueChain } from "./authority.ts";
import {
  type AttestationFormat,
  aaguidExtension,
  aaguidExtensionFaults,
  algorithmFaults,
  manufacturerKey,
  type StatementInput,
  setAlgorithm,
  setCertificates,
  setSignature,
  signatureFaults,
  signedBytes,
  x5cFaults,
} from "./statement.ts";

export const packedSelf = {
  fmt: "packed",
  faults: [...signatureFaults, ...algorithmFaults],
  build: (input) => {
    const statement = new Map<string, Cbor>();
    setAlgorithm(statement, input.credentialKey.algorithm, input.fault);
    setSignature(statement, input.credentialKey, signedBytes(input), input.fault);
    return statement;
  },
} as const satisfies AttestationFormat;

export const packed = {
  fmt: "packed",
  faults: [
    ...signatureFaults,
    ...algorithmFaults,
    ...x5cFaults,
    ...chainFaults,
    ...aaguidExtensionFaults,
    "signed-by-credential-key",
    "leaf-version-2",
    "leaf-without-basic-constraints",
    "leaf-without-country",
    "leaf-without-organization",
    "leaf-without-unit",
    "leaf-with-other-unit",
    "leaf-without-common-name",
    "country-in-lower-case",
  ],
  build: (input) => {
    const { fault } = input;
    const key = manufacturerKey(input.attestationAlgorithm ?? -7);
    const statement = new Map<string, Cbor>();
    setAlgorithm(statement, key.algorithm, fault);
    const signer = fault === "signed-by-credential-key" ? input.credentialKey : key;
    setSignature(statement, signer, signedBytes(input), fault);
    setCertificates(statement, issueChain(input.authority, leafTemplate(input), key, { fault }), fault);
    return statement;
  },
} as const satisfies AttestationFormat;

/** Section 8.2.1: version 3, these four attributes, and no authority. The AAGUID is there for real products alone. */
function leafTemplate({ fault, aaguid }: StatementInput): CertificateTemplate {
  const name: DistinguishedName = [
    ["C", fault === "country-in-lower-case" ? "es" : "ES"],
    ["O", "Example Authenticators"],
    ["OU", fault === "leaf-with-other-unit" ? "Authenticator Testing" : "Authenticator Attestation"],
    ["CN", "Example Authenticator 1"],
  ];
  const missing = new Map([
    ["leaf-without-country", "C"],
    ["leaf-without-organization", "O"],
    ["leaf-without-unit", "OU"],
    ["leaf-without-common-name", "CN"],
  ]).get(fault ?? "");
  return {
    subject: name.filter(([type]) => type !== missing),
    ...(fault === "leaf-version-2" ? { version: 2 } : {}),
    ...(fault === "leaf-without-basic-constraints" ? {} : { basicConstraints: { ca: false } }),
    extensions: [aaguidExtension(aaguid, fault)],
  };
}

/** TPM attestation (WebAuthn Level 3 section 8.3; structures of TPM 2.0 Part 2, certificate of section 8.3.1). */
import { createHash } from "node:crypto";
import type { Cbor } from "../cbor.ts";
import { type CertificateTemplate, encodeName } from "../certificate.ts";
import { explicit, oid, sequence } from "../der.ts";
import { hashOf, makeKeyPair } from "../key-pair.ts";
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
import { buildPublicArea, buildTpmAttest, nameOf } from "./tpm-structures.ts";

export const tpm = {
  fmt: "tpm",
  faults: [
    ...signatureFaults,
    ...algorithmFaults,
    ...x5cFaults,
    ...chainFaults,
    ...aaguidExtensionFaults,
    "signed-by-credential-key",
    "version-other",
    "version-missing",
    "magic-wrong",
    "type-wrong",
    "extra-data-mismatch",
    "extra-data-other-hash",
    "name-mismatch",
    "cert-info-missing",
    "cert-info-truncated",
    "cert-info-with-leftover",
    "pub-area-missing",
    "pub-area-truncated",
    "pub-area-with-leftover",
    "pub-area-mismatch",
    "pub-area-parameters-mismatch",
    "leaf-version-2",
    "leaf-with-subject",
    "leaf-without-alternative-name",
    "alternative-name-without-manufacturer",
    "alternative-name-without-model",
    "alternative-name-without-version",
    "manufacturer-unknown",
    "leaf-without-key-usage",
    "leaf-with-other-key-usage",
  ],
  build: (input) => {
    const { fault } = input;
    const key = manufacturerKey(input.attestationAlgorithm ?? -257);
    const pubArea = publicArea(input);
    const certInfo = certifyInfo(input, pubArea);
    const statement = new Map<string, Cbor>();
    if (fault !== "version-missing") statement.set("ver", fault === "version-other" ? "1.2" : "2.0");
    setAlgorithm(statement, key.algorithm, fault);
    setCertificates(statement, issueChain(input.authority, leafTemplate(input), key, { fault }), fault);
    const signer = fault === "signed-by-credential-key" ? input.credentialKey : key;
    setSignature(statement, signer, certInfo, fault);
    if (fault !== "cert-info-missing") statement.set("certInfo", certInfo);
    if (fault !== "pub-area-missing") statement.set("pubArea", pubArea);
    return statement;
  },
} as const satisfies AttestationFormat;

/** A fault here is what the TPM itself would have said: name and signature fit the wrong bytes. */
function publicArea({ fault, credentialKey }: StatementInput): Uint8Array {
  const key = fault === "pub-area-mismatch" ? makeKeyPair(credentialKey.algorithm) : credentialKey;
  const area = buildPublicArea(key.publicKeyObject, fault === "pub-area-parameters-mismatch");
  return resized(area, fault, "pub-area");
}

function certifyInfo(input: StatementInput, pubArea: Uint8Array): Uint8Array {
  const { fault } = input;
  const honest = hashOf(input.attestationAlgorithm ?? -257);
  const hash = fault === "extra-data-other-hash" ? (honest === "sha256" ? "sha1" : "sha256") : honest;
  const extraData = createHash(hash).update(signedBytes(input)).digest();
  if (fault === "extra-data-mismatch") extraData[0] = (extraData[0] ?? 0) ^ 1;
  const name = nameOf(pubArea);
  if (fault === "name-mismatch") name[name.length - 1] = (name.at(-1) ?? 0) ^ 1;
  const info = buildTpmAttest({
    magic: fault === "magic-wrong" ? 0xff54_4348 : 0xff54_4347,
    // TPM_ST_ATTEST_CERTIFY, or TPM_ST_ATTEST_QUOTE.
    type: fault === "type-wrong" ? 0x8018 : 0x8017,
    extraData,
    name,
  });
  return resized(info, fault, "cert-info");
}

function resized(bytes: Uint8Array, fault: string | undefined, what: string): Uint8Array {
  if (fault === `${what}-truncated`) return bytes.slice(0, -1);
  return fault === `${what}-with-leftover` ? new Uint8Array([...bytes, 0]) : bytes;
}

/** The attestation identity key's certificate: no subject, and the TPM's maker in the alternative name. */
function leafTemplate({ fault, aaguid }: StatementInput): CertificateTemplate {
  const usage = fault === "leaf-with-other-key-usage" ? "1.3.6.1.5.5.7.3.2" : "2.23.133.8.3";
  return {
    subject: fault === "leaf-with-subject" ? [["CN", "Attestation Identity Key"]] : [],
    basicConstraints: { ca: false },
    ...(fault === "leaf-version-2" ? { version: 2 } : {}),
    extensions: [
      ...(fault === "leaf-without-alternative-name" ? [] : [alternativeName(fault)]),
      ...(fault === "leaf-without-key-usage" ? [] : [{ oid: "2.5.29.37", value: sequence(oid(usage)) }]),
      aaguidExtension(aaguid, fault),
    ],
  };
}

/** Section 3.2.9 of the TPM EK credential profile: three attributes in a directoryName; critical, as there is no subject. */
function alternativeName(fault: string | undefined) {
  const attributes: readonly (readonly [string, string, string])[] = [
    ["manufacturer", "2.23.133.2.1", fault === "manufacturer-unknown" ? "id:58585858" : "id:494E5443"],
    ["model", "2.23.133.2.2", "Example TPM"],
    ["version", "2.23.133.2.3", "id:13"],
  ];
  const present = attributes.filter(([what]) => fault !== `alternative-name-without-${what}`);
  const name = encodeName(present.map(([, type, value]) => [type, value]));
  return { oid: "2.5.29.17", critical: true, value: sequence(explicit(4, name)) };
}

/** Apple anonymous attestation (WebAuthn Level 3 section 8.8): a certificate for the credential key, over a nonce. */
import { createHash } from "node:crypto";
import type { Cbor } from "../cbor.ts";
import type { CertificateExtension } from "../certificate.ts";
import { explicit, octetString, sequence } from "../der.ts";
import { makeKeyPair } from "../key-pair.ts";
import { chainFaults, issueChain } from "./authority.ts";
import {
  type AttestationFormat,
  type StatementInput,
  setCertificates,
  signedBytes,
  x5cFaults,
} from "./statement.ts";

export const apple = {
  fmt: "apple",
  faults: [
    ...x5cFaults,
    ...chainFaults,
    "key-mismatch",
    "nonce-mismatch",
    "nonce-extension-missing",
    "nonce-extension-malformed",
  ],
  build: (input) => {
    const { fault, credentialKey } = input;
    const key = fault === "key-mismatch" ? makeKeyPair(credentialKey.algorithm) : credentialKey;
    const template = {
      subject: [
        ["CN", "f00d"],
        ["OU", "AAA Certification"],
        ["O", "Example Inc."],
      ] as const,
      basicConstraints: { ca: false },
      keyUsage: ["digitalSignature"] as const,
      extensions: fault === "nonce-extension-missing" ? [] : [nonceExtension(input)],
    };
    const statement = new Map<string, Cbor>();
    setCertificates(statement, issueChain(input.authority, template, key, { fault }), fault);
    return statement;
  },
} as const satisfies AttestationFormat;

/** SEQUENCE { [1] { OCTET STRING } } with the SHA-256 of what other formats sign. */
function nonceExtension(input: StatementInput): CertificateExtension {
  const nonce = new Uint8Array(createHash("sha256").update(signedBytes(input)).digest());
  if (input.fault === "nonce-mismatch") nonce[0] = (nonce[0] ?? 0) ^ 1;
  const value =
    input.fault === "nonce-extension-malformed"
      ? octetString(nonce)
      : sequence(explicit(1, octetString(nonce)));
  return { oid: "1.2.840.113635.100.8.2", value };
}

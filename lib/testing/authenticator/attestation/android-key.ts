/** Android key attestation (WebAuthn Level 3 section 8.4; KeyDescription of Android's keystore). */
import type { Cbor } from "../cbor.ts";
import type { CertificateTemplate } from "../certificate.ts";
import { type Der, enumerated, explicit, integer, nullValue, octetString, sequence, setOf } from "../der.ts";
import { makeKeyPair } from "../key-pair.ts";
import { chainFaults, issueChain } from "./authority.ts";
import {
  type AttestationFormat,
  algorithmFaults,
  type StatementInput,
  setAlgorithm,
  setCertificates,
  setSignature,
  signatureFaults,
  signedBytes,
  x5cFaults,
} from "./statement.ts";

/** Chains carry their root, as Android's do; `chain-without-root` leaves it out, which is no fault either. */
export const androidKey = {
  fmt: "android-key",
  faults: [
    ...signatureFaults,
    ...algorithmFaults,
    ...x5cFaults,
    ...chainFaults,
    "chain-without-root",
    "key-mismatch",
    "challenge-mismatch",
    "description-missing",
    "description-malformed",
    "all-applications-in-software",
    "all-applications-in-hardware",
    "origin-imported",
    "purpose-encrypt",
    "enforced-by-software-alone",
    "enforced-by-nothing",
  ],
  build: (input) => {
    const { fault, credentialKey } = input;
    // The key of another credential: certificate and signature fit each other, but not the authenticator data.
    const key = fault === "key-mismatch" ? makeKeyPair(credentialKey.algorithm) : credentialKey;
    const statement = new Map<string, Cbor>();
    setAlgorithm(statement, key.algorithm, fault);
    setSignature(statement, key, signedBytes(input), fault);
    const withRoot = fault !== "chain-without-root";
    const chain = issueChain(input.authority, leafTemplate(input), key, { fault, withRoot });
    setCertificates(statement, chain, fault);
    return statement;
  },
} as const satisfies AttestationFormat;

function leafTemplate(input: StatementInput): CertificateTemplate {
  const { fault } = input;
  const value = fault === "description-malformed" ? sequence(integer(3)) : keyDescription(input);
  return {
    subject: [["CN", "Android Keystore Key"]],
    keyUsage: ["digitalSignature"],
    extensions: fault === "description-missing" ? [] : [{ oid: "1.3.6.1.4.1.11129.2.1.17", value }],
  };
}

/** Versions and levels, the challenge, a unique id, and what software and hardware enforce. */
function keyDescription({ fault, clientDataHash }: StatementInput): Der {
  const challenge = new Uint8Array(clientDataHash);
  if (fault === "challenge-mismatch") challenge[0] = (challenge[0] ?? 0) ^ 1;
  const allApplications = explicit(600, nullValue());
  const enforced = fault === "enforced-by-nothing" ? [] : enforcedByHardware(fault);
  const bySoftware = fault === "enforced-by-software-alone";
  return sequence(
    integer(3),
    enumerated(1),
    integer(4),
    enumerated(1),
    octetString(challenge),
    octetString(new Uint8Array()),
    // Tags of a list ascend.
    sequence(
      ...(bySoftware ? enforced.slice(0, -1) : []),
      ...(fault === "all-applications-in-software" ? [allApplications] : []),
      ...(bySoftware ? enforced.slice(-1) : [explicit(701, integer(1_600_000_000_000))]),
    ),
    sequence(
      ...(bySoftware ? [] : enforced.slice(0, -1)),
      ...(fault === "all-applications-in-hardware" ? [allApplications] : []),
      ...(bySoftware ? [] : enforced.slice(-1)),
    ),
  );
}

/** Purpose SIGN, algorithm EC, 256 bits, SHA-256, P-256, no authentication of its own, origin GENERATED. */
function enforcedByHardware(fault: string | undefined): Der[] {
  return [
    explicit(1, setOf(integer(fault === "purpose-encrypt" ? 0 : 2))),
    explicit(2, integer(3)),
    explicit(3, integer(256)),
    explicit(5, setOf(integer(4))),
    explicit(10, integer(1)),
    explicit(503, nullValue()),
    explicit(702, integer(fault === "origin-imported" ? 2 : 0)),
  ];
}

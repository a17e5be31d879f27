/** FIDO U2F attestation (WebAuthn Level 3 section 8.6). */
import { createHash } from "node:crypto";
import type { Cbor } from "../cbor.ts";
import { jwkBytes, makeKeyPair } from "../key-pair.ts";
import { issueLoneLeaf } from "./authority.ts";
import {
  type AttestationFormat,
  manufacturerKey,
  type StatementInput,
  setCertificates,
  setSignature,
  signatureFaults,
  x5cFaults,
} from "./statement.ts";

/** An AAGUID that is not zero is a fault to FIDO's rules only; give one in the authenticator's options. */
export const fidoU2f = {
  fmt: "fido-u2f",
  faults: [
    ...signatureFaults,
    ...x5cFaults,
    "leaf-expired",
    "leaf-not-yet-valid",
    "leaf-signature-corrupt",
    "chain-broken",
    "chain-to-foreign-root",
    "certificate-garbage",
    "certificate-truncated",
    "x5c-of-two",
    "leaf-on-another-curve",
    "leaf-with-rsa-key",
    "reserved-byte-set",
    "key-mismatch",
  ],
  build: (input) => {
    const { fault } = input;
    const key = manufacturerKey(
      fault === "leaf-on-another-curve" ? -35 : fault === "leaf-with-rsa-key" ? -257 : -7,
    );
    const statement = new Map<string, Cbor>();
    const leaf = issueLoneLeaf(input.authority, { subject: [["CN", "U2F Device 1"]] }, key, fault);
    const certificates = fault === "x5c-of-two" ? [leaf, input.authority.root.der] : [leaf];
    setCertificates(statement, certificates, fault);
    setSignature(statement, key, verificationData(input), fault);
    return statement;
  },
} as const satisfies AttestationFormat;

/** The U2F raw message: it covers neither flags nor AAGUID. */
function verificationData({ fault, rpId, ...input }: StatementInput): Uint8Array {
  const key = fault === "key-mismatch" ? makeKeyPair(-7) : input.credentialKey;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([fault === "reserved-byte-set" ? 1 : 0]),
      createHash("sha256").update(rpId).digest(),
      input.clientDataHash,
      input.credentialId,
      Buffer.from([0x04]),
      jwkBytes(key.publicKeyObject, "x"),
      jwkBytes(key.publicKeyObject, "y"),
    ]),
  );
}

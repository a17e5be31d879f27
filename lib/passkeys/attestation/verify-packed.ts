/** Format `packed`: self attestation, or by certificate (WebAuthn Level 3 section 8.2). */

import { basicConstraintsOf } from "./certificate-extensions.ts";
import { checkAaguidExtension } from "./check-aaguid-extension.ts";
import type { Certificate } from "./read-certificate.ts";
import {
  bytesMember,
  certificatesMember,
  type StatementInput,
  signedBytes,
  type VerifiedStatement,
} from "./statement.ts";
import { verifyStatementSignature } from "./verify-signature.ts";

const subject = {
  country: "2.5.4.6",
  organization: "2.5.4.10",
  unit: "2.5.4.11",
  commonName: "2.5.4.3",
} as const;

/** @throws Error naming what is wrong */
export function verifyPacked(input: StatementInput): VerifiedStatement {
  const { statement, credentialKey } = input;
  const signature = bytesMember(statement, "sig");
  const alg = statement.get("alg");
  if (typeof alg !== "number") throw new Error("alg is no number");
  if (statement.has("ecdaaKeyId")) throw new Error("ECDAA is not supported");
  if (!statement.has("x5c")) {
    if (alg !== credentialKey.algorithm.id) throw new Error("alg is not the credential's");
    if (!verifyStatementSignature(alg, credentialKey.keyObject, signedBytes(input), signature))
      throw new Error("sig does not verify");
    return { type: "self", trustPath: [], coversAaguid: true };
  }
  const trustPath = certificatesMember(statement);
  const [leaf] = trustPath;
  if (!verifyStatementSignature(alg, leaf.publicKey, signedBytes(input), signature))
    throw new Error("sig does not verify");
  checkLeaf(leaf);
  checkAaguidExtension(leaf, input.attested.aaguid);
  return { type: "basic", trustPath, coversAaguid: true };
}

/** Section 8.2.1. A certificate that says nothing about being an authority is none (RFC 5280 section 4.2.1.9). */
function checkLeaf(leaf: Certificate): void {
  const attribute = (id: string) => leaf.subjectAttributes.get(id) ?? "";
  if (leaf.version !== 3) throw new Error("the attestation certificate is not of version 3");
  if (!/^[A-Za-z]{2}$/.test(attribute(subject.country))) throw new Error("the subject has no country");
  if (attribute(subject.organization) === "") throw new Error("the subject has no organization");
  if (attribute(subject.unit) !== "Authenticator Attestation")
    throw new Error("the subject's unit is another");
  if (attribute(subject.commonName) === "") throw new Error("the subject has no common name");
  if (basicConstraintsOf(leaf)?.ca) throw new Error("the attestation certificate is an authority's");
}

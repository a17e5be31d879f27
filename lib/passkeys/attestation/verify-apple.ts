/** Format `apple`: an anonymous certificate for the credential itself (WebAuthn Level 3 section 8.8). */
import { constantTimeEqual, sha256 } from "#lib/crypto/hash.ts";
import { extensionIds } from "./certificate-extensions.ts";
import { checkCredentialCertificate } from "./check-credential-certificate.ts";
import type { Certificate } from "./read-certificate.ts";
import { derChildren, derTag, expectUniversal, isContext, readDer } from "./read-der.ts";
import { certificatesMember, type StatementInput, signedBytes, type VerifiedStatement } from "./statement.ts";

/** @throws Error naming what is wrong */
export function verifyApple(input: StatementInput): VerifiedStatement {
  const trustPath = certificatesMember(input.statement);
  const [leaf] = trustPath;
  if (!constantTimeEqual(readNonce(leaf), sha256(signedBytes(input))))
    throw new Error("the nonce is not the digest of what was to be attested");
  checkCredentialCertificate(leaf, input.credentialKey);
  return { type: "anonca", trustPath, coversAaguid: true };
}

/** SEQUENCE { [1] EXPLICIT OCTET STRING }. */
function readNonce(leaf: Certificate): Uint8Array {
  const extension = leaf.extensions.get(extensionIds.appleNonce);
  if (!extension) throw new Error("the certificate carries no nonce");
  const [tagged] = derChildren(expectUniversal(readDer(extension.value), derTag.sequence));
  if (!isContext(tagged, 1)) throw new Error("the nonce is malformed");
  return expectUniversal(derChildren(tagged)[0], derTag.octetString).content;
}

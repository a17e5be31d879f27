/** The extension id-fido-gen-ce-aaguid (WebAuthn Level 3 section 8.2.1): the model that a certificate speaks for. */
import { constantTimeEqual } from "#lib/crypto/hash.ts";
import { extensionIds } from "./certificate-extensions.ts";
import type { Certificate } from "./read-certificate.ts";
import { derTag, expectUniversal, readDer } from "./read-der.ts";

/** @throws Error when the certificate names another model, or marks the extension critical */
export function checkAaguidExtension(certificate: Certificate, aaguid: Uint8Array): void {
  const extension = certificate.extensions.get(extensionIds.fidoAaguid);
  if (!extension) return;
  if (extension.critical) throw new Error("the AAGUID extension is critical");
  const { content } = expectUniversal(readDer(extension.value), derTag.octetString);
  if (!constantTimeEqual(content, aaguid)) throw new Error("the certificate is for another AAGUID");
}

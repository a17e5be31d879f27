/** Formats whose certificate is the credential's own: both must hold one key. */
import type { PublicKey } from "./import-cose-key.ts";
import type { Certificate } from "./read-certificate.ts";

/** @throws Error when the certificate is for another key */
export function checkCredentialCertificate(certificate: Certificate, { keyObject }: PublicKey): void {
  if (!certificate.publicKey.equals(keyObject)) throw new Error("the certificate is for another key");
}

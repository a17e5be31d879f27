/** Whose attestation certificates are believed: those that the metadata names for the model. */
import { noModel } from "../attestation/aaguid.ts";
import type { TrustAnchors } from "../attestation/verify-registration-values.ts";
import type { Metadata, ModelFacts } from "./metadata.ts";

/** Without metadata there are no anchors, and nothing is ever trusted. */
export function trustAnchorsOf(metadata: Metadata | undefined): TrustAnchors | undefined {
  if (!metadata) return undefined;
  return {
    anchorsFor: ({ aaguid, attestationCertificateKeyIdentifiers }) =>
      findModel(metadata, aaguid, attestationCertificateKeyIdentifiers)?.attestationRoots ?? [],
  };
}

/** By AAGUID, and for authenticators without one (U2F) by the keys of their certificates. */
export function findModel(
  metadata: Metadata,
  aaguid: string,
  keyIdentifiers: readonly string[],
): ModelFacts | undefined {
  if (aaguid !== noModel) return metadata.byAaguid.get(aaguid);
  for (const identifier of keyIdentifiers) {
    const facts = metadata.byKeyIdentifier.get(identifier);
    if (facts) return facts;
  }
  return undefined;
}

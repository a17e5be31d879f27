/** Who signs test BLOBs: a root, an intermediate and a signing certificate, and the lists of what they revoked. */

import { makeAuthority } from "../authenticator/attestation/authority.ts";
import {
  type Certificate,
  type CertificateTemplate,
  issueCertificate,
  keyIdentifier,
  signatureAlgorithm,
  signStructure,
} from "../authenticator/certificate.ts";
import { explicit, implicit, integer, octetString, oid, sequence, time } from "../authenticator/der.ts";
import { type CredentialKeyPair, makeKeyPair } from "../authenticator/key-pair.ts";

export interface MetadataAuthority {
  readonly root: Certificate;
  readonly intermediate: Certificate;
  readonly leaf: Certificate;
  /** The root in PEM, as an operator's file has it. */
  readonly rootPem: string;
}

const host = "mds.fidoalliance.org";

/** The signing certificate: for one host, no authority. */
export const signerTemplate: CertificateTemplate = {
  subject: [
    ["C", "US"],
    ["O", "Example Metadata Service"],
    ["CN", host],
  ],
  basicConstraints: { ca: false },
  keyUsage: ["digitalSignature"],
  extensions: [{ oid: "2.5.29.17", value: sequence(implicit(2, Buffer.from(host))) }],
};

export function makeMetadataAuthority(algorithm: "ES256" | "RS256" = "ES256"): MetadataAuthority {
  const { root, intermediate } = makeAuthority({
    subject: [
      ["C", "US"],
      ["O", "Example Metadata Service"],
      ["CN", "Example Metadata Root"],
    ],
  });
  const keyPair = makeKeyPair(algorithm === "ES256" ? -7 : -257);
  return {
    root,
    intermediate,
    leaf: issueCertificate(signerTemplate, keyPair, intermediate),
    rootPem: toPem(root.der, "CERTIFICATE"),
  };
}

export interface RevocationListParts {
  /** Serial numbers of certificates that `issuer` signed and takes back. */
  readonly revoked: readonly Pick<Certificate, "serialNumber">[];
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date;
  /** Signs in the issuer's place: a forged list. */
  readonly signer?: CredentialKeyPair;
  readonly number?: number;
}

/** A certificate revocation list (RFC 5280 section 5), DER. */
export function buildRevocationList(
  issuer: Pick<Certificate, "name" | "keyPair">,
  parts: RevocationListParts,
): Uint8Array<ArrayBuffer> {
  const thisUpdate = parts.thisUpdate ?? new Date("2026-01-01T00:00:00Z");
  const signer = parts.signer ?? issuer.keyPair;
  const entries = parts.revoked.map(({ serialNumber }) => sequence(integer(serialNumber), time(thisUpdate)));
  const extensions = sequence(
    sequence(
      oid("2.5.29.35"),
      octetString(sequence(implicit(0, keyIdentifier(issuer.keyPair.publicKeyObject)))),
    ),
    sequence(oid("2.5.29.20"), octetString(integer(parts.number ?? 1))),
  );
  const toBeSigned = sequence(
    integer(1),
    signatureAlgorithm(signer.algorithm),
    issuer.name,
    time(thisUpdate),
    time(parts.nextUpdate ?? new Date("2049-12-31T00:00:00Z")),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    explicit(0, extensions),
  );
  return signStructure(toBeSigned, signer);
}

/** `label` as in `-----BEGIN CERTIFICATE-----`, or `X509 CRL`. */
export function toPem(der: Uint8Array, label: "CERTIFICATE" | "X509 CRL"): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

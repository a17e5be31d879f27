/** A manufacturer's root and intermediate certificate, and the chains that end in them, whole or with one fault. */
import {
  type Certificate,
  type CertificateTemplate,
  type DistinguishedName,
  issueCertificate,
} from "../certificate.ts";
import { type CredentialKeyPair, makeKeyPair } from "../key-pair.ts";

export interface AttestationAuthority {
  readonly root: Certificate;
  readonly intermediate: Certificate;
}

/** What can be wrong with the certificates, whichever format carries them. */
export const chainFaults = [
  "leaf-expired",
  "leaf-not-yet-valid",
  "leaf-signature-corrupt",
  "leaf-is-ca",
  "intermediate-expired",
  "intermediate-not-yet-valid",
  "intermediate-is-no-ca",
  "intermediate-without-basic-constraints",
  "intermediate-may-not-sign-certificates",
  "chain-broken",
  "chain-wrong-order",
  "chain-without-intermediate",
  "chain-with-root",
  "chain-with-root-wrong-order",
  "chain-with-duplicate",
  "chain-to-foreign-root",
  "certificate-garbage",
  "certificate-truncated",
  "certificate-with-leftover",
] as const;

export type ChainFault = (typeof chainFaults)[number];

const past = { notBefore: new Date("2018-01-01T00:00:00Z"), notAfter: new Date("2019-01-01T00:00:00Z") };
const future = { notBefore: new Date("2090-01-01T00:00:00Z"), notAfter: new Date("2099-01-01T00:00:00Z") };

const rootName: DistinguishedName = [
  ["C", "ES"],
  ["O", "Example Authenticators"],
  ["CN", "Example Attestation Root"],
];
const intermediateTemplate: CertificateTemplate = {
  subject: [
    ["C", "ES"],
    ["O", "Example Authenticators"],
    ["CN", "Example Attestation Issuer"],
  ],
  basicConstraints: { ca: true, pathLength: 0 },
  keyUsage: ["keyCertSign", "cRLSign"],
};

/** `root` overrides the root's template, such as the criticality of its basicConstraints. */
export function makeAuthority(root: Partial<CertificateTemplate> = {}): AttestationAuthority {
  const rootCertificate = issueCertificate(
    {
      subject: rootName,
      basicConstraints: { ca: true },
      keyUsage: ["keyCertSign", "cRLSign"],
      ...root,
    },
    makeKeyPair(-7),
  );
  return {
    root: rootCertificate,
    intermediate: issueCertificate(intermediateTemplate, makeKeyPair(-7), rootCertificate),
  };
}

/** The leaf for `keyPair` and what follows it in x5c: its issuer, and where the format wants it, the root. */
export function issueChain(
  authority: AttestationAuthority,
  leaf: CertificateTemplate,
  keyPair: CredentialKeyPair,
  options: { readonly fault: string | undefined; readonly withRoot?: boolean },
): Uint8Array[] {
  const { fault } = options;
  const { root, intermediate } = fault === "chain-to-foreign-root" ? makeAuthority() : authority;
  const issuer = faultyIntermediate(intermediate, root, fault);
  const signer = fault === "chain-broken" ? { ...issuer, keyPair: makeKeyPair(-7) } : issuer;
  const certificate = issueCertificate(faultyLeaf(leaf, fault), keyPair, signer);
  const chain = [corrupted(certificate.der, fault), issuer.der, ...(options.withRoot ? [root.der] : [])];
  return arranged(chain, root.der, fault);
}

/** A leaf directly below the root, for formats that carry one certificate. */
export function issueLoneLeaf(
  authority: AttestationAuthority,
  leaf: CertificateTemplate,
  keyPair: CredentialKeyPair,
  fault: string | undefined,
): Uint8Array {
  const { root } = fault === "chain-to-foreign-root" ? makeAuthority() : authority;
  const signer = fault === "chain-broken" ? { ...root, keyPair: makeKeyPair(-7) } : root;
  return corrupted(issueCertificate(faultyLeaf(leaf, fault), keyPair, signer).der, fault);
}

function faultyLeaf(leaf: CertificateTemplate, fault: string | undefined): CertificateTemplate {
  if (fault === "leaf-expired") return { ...leaf, ...past };
  if (fault === "leaf-not-yet-valid") return { ...leaf, ...future };
  if (fault === "leaf-is-ca") return { ...leaf, basicConstraints: { ca: true } };
  return leaf;
}

function faultyIntermediate(
  intermediate: Certificate,
  root: Certificate,
  fault: string | undefined,
): Certificate {
  const reissue = (template: CertificateTemplate) => issueCertificate(template, intermediate.keyPair, root);
  const { basicConstraints: _, ...withoutConstraints } = intermediateTemplate;
  switch (fault) {
    case "intermediate-expired":
      return reissue({ ...intermediateTemplate, ...past });
    case "intermediate-not-yet-valid":
      return reissue({ ...intermediateTemplate, ...future });
    case "intermediate-is-no-ca":
      return reissue({ ...intermediateTemplate, basicConstraints: { ca: false } });
    case "intermediate-without-basic-constraints":
      return reissue(withoutConstraints);
    case "intermediate-may-not-sign-certificates":
      return reissue({ ...intermediateTemplate, keyUsage: ["digitalSignature"] });
    default:
      return intermediate;
  }
}

function corrupted(der: Uint8Array, fault: string | undefined): Uint8Array {
  switch (fault) {
    case "leaf-signature-corrupt":
      return der.with(der.length - 1, (der.at(-1) ?? 0) ^ 1);
    case "certificate-garbage":
      return new Uint8Array(Buffer.from("this is no certificate"));
    case "certificate-truncated":
      return der.slice(0, -20);
    case "certificate-with-leftover":
      return new Uint8Array([...der, 0, 0]);
    default:
      return der;
  }
}

function arranged(chain: Uint8Array[], root: Uint8Array, fault: string | undefined): Uint8Array[] {
  const [leaf = new Uint8Array(), intermediate = new Uint8Array(), ...rest] = chain;
  switch (fault) {
    case "chain-wrong-order":
      return [intermediate, leaf, ...rest];
    case "chain-without-intermediate":
      return [leaf, ...rest];
    case "chain-with-root":
      return [leaf, intermediate, root];
    case "chain-with-root-wrong-order":
      return [root, intermediate, leaf];
    case "chain-with-duplicate":
      return [leaf, intermediate, intermediate, ...rest];
    default:
      return chain;
  }
}

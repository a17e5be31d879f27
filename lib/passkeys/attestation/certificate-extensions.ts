/** The extensions of a certificate that attestation rules speak about (RFC 5280 section 4.2). */
import type { Certificate } from "./read-certificate.ts";
import {
  type DerNode,
  derChildren,
  derTag,
  expectUniversal,
  isContext,
  isUniversal,
  oidText,
  readDer,
  smallInteger,
} from "./read-der.ts";

export const extensionIds = {
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAlternativeName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  nameConstraints: "2.5.29.30",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  fidoAaguid: "1.3.6.1.4.1.45724.1.1.4",
  androidKeyDescription: "1.3.6.1.4.1.11129.2.1.17",
  appleNonce: "1.2.840.113635.100.8.2",
} as const;

export interface BasicConstraints {
  readonly ca: boolean;
  readonly pathLength: number | undefined;
}

/** Undefined when the certificate has none. */
export function basicConstraintsOf(certificate: Certificate): BasicConstraints | undefined {
  const sequence = parsed(certificate, extensionIds.basicConstraints);
  if (!sequence) return undefined;
  const fields = derChildren(expectUniversal(sequence, derTag.sequence));
  const flagged = isUniversal(fields[0], derTag.boolean);
  return {
    ca: flagged && fields[0]?.content[0] !== 0,
    pathLength: smallInteger(fields[flagged ? 1 : 0]),
  };
}

/** Whether the key may sign certificates; a certificate without key usage does not say that it may not. */
export function mayCertify(certificate: Certificate): boolean {
  return hasKeyUsageBit(certificate, 5);
}

/** Whether the key may make signatures. */
export function maySign(certificate: Certificate): boolean {
  return hasKeyUsageBit(certificate, 0);
}

function hasKeyUsageBit(certificate: Certificate, bit: number): boolean {
  const usage = parsed(certificate, extensionIds.keyUsage);
  if (!usage) return true;
  const [, first = 0] = expectUniversal(usage, derTag.bitString).content;
  return (first & (0x80 >> bit)) !== 0;
}

export function extendedKeyUsagesOf(certificate: Certificate): readonly string[] {
  const usages = parsed(certificate, extensionIds.extendedKeyUsage);
  return usages ? derChildren(expectUniversal(usages, derTag.sequence)).map(oidText) : [];
}

/** GeneralNames of the subject. */
export function subjectAlternativeNamesOf(certificate: Certificate): readonly DerNode[] {
  const names = parsed(certificate, extensionIds.subjectAlternativeName);
  return names ? derChildren(expectUniversal(names, derTag.sequence)) : [];
}

export function subjectKeyIdentifierOf(certificate: Certificate): Uint8Array | undefined {
  const identifier = parsed(certificate, extensionIds.subjectKeyIdentifier);
  return identifier && expectUniversal(identifier, derTag.octetString).content;
}

export function authorityKeyIdentifierOf(certificate: Certificate): Uint8Array | undefined {
  const identifier = parsed(certificate, extensionIds.authorityKeyIdentifier);
  if (!identifier) return undefined;
  return derChildren(expectUniversal(identifier, derTag.sequence)).find((node) => isContext(node, 0))
    ?.content;
}

function parsed(certificate: Certificate, id: string): DerNode | undefined {
  const extension = certificate.extensions.get(id);
  return extension && readDer(extension.value);
}

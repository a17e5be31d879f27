/** An attestation certificate (RFC 5280) → what the checks ask of it. OpenSSL verifies; this reads the fields. */
import { createHash, type KeyObject, X509Certificate } from "node:crypto";
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

export interface CertificateExtension {
  readonly critical: boolean;
  readonly value: Uint8Array;
}

export interface Certificate {
  readonly der: Uint8Array<ArrayBuffer>;
  readonly x509: X509Certificate;
  readonly publicKey: KeyObject;
  /** 1, 2 or 3. */
  readonly version: number;
  readonly signatureAlgorithm: string;
  /** Names as their DER: equal names are equal bytes. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** Attributes of the subject by object identifier; an attribute that stands twice keeps its last value. */
  readonly subjectAttributes: ReadonlyMap<string, string>;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly extensions: ReadonlyMap<string, CertificateExtension>;
  /** SHA-1 of the public key's bits in hex, as metadata names certificates (RFC 5280 section 4.2.1.2, method 1). */
  readonly keyIdentifier: string;
}

const utf8 = new TextDecoder("utf-8");

/** @throws Error for what is no certificate, or one whose key cannot be used */
export function readCertificate(bytes: Uint8Array): Certificate {
  const der = new Uint8Array(bytes);
  const [tbs, algorithm] = derChildren(expectUniversal(readDer(der), derTag.sequence));
  const fields = [...derChildren(expectUniversal(tbs, derTag.sequence))];
  const version = isContext(fields[0], 0) ? readVersion(fields.shift()) : 1;
  const [, inner, issuer, , subject, keyInfo, ...optional] = fields;
  const signatureAlgorithm = oidText(derChildren(expectUniversal(algorithm, derTag.sequence))[0]);
  if (oidText(derChildren(expectUniversal(inner, derTag.sequence))[0]) !== signatureAlgorithm)
    throw new Error("a certificate names two signature algorithms");
  const x509 = new X509Certificate(der);
  const subjectName = expectUniversal(subject, derTag.sequence);
  return {
    der,
    x509,
    publicKey: x509.publicKey,
    version,
    signatureAlgorithm,
    issuer: expectUniversal(issuer, derTag.sequence).raw,
    subject: subjectName.raw,
    subjectAttributes: readNameAttributes(subjectName),
    notBefore: new Date(x509.validFrom),
    notAfter: new Date(x509.validTo),
    extensions: readExtensions(optional.find((node) => isContext(node, 3))),
    keyIdentifier: keyIdentifierOf(expectUniversal(keyInfo, derTag.sequence)),
  };
}

/** Attributes of a Name by object identifier, whatever kind of string they are. */
export function readNameAttributes(name: DerNode): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const set of derChildren(name)) {
    for (const attribute of derChildren(expectUniversal(set, derTag.set))) {
      const [type, value] = derChildren(expectUniversal(attribute, derTag.sequence));
      if (value) attributes.set(oidText(type), textOf(value));
    }
  }
  return attributes;
}

function textOf({ tag, content }: DerNode): string {
  // BMPString is UTF-16; the others are UTF-8 or subsets of it for everything that is compared here.
  return tag === 30 ? Buffer.from(content).swap16().toString("utf16le") : utf8.decode(content);
}

function readVersion(node: DerNode | undefined): number {
  const value = node && smallInteger(derChildren(node)[0]);
  if (value === undefined || value > 2) throw new Error("a certificate has an unknown version");
  return value + 1;
}

function readExtensions(wrapper: DerNode | undefined): Map<string, CertificateExtension> {
  const extensions = new Map<string, CertificateExtension>();
  if (!wrapper) return extensions;
  for (const extension of derChildren(expectUniversal(derChildren(wrapper)[0], derTag.sequence))) {
    const [id, second, third] = derChildren(expectUniversal(extension, derTag.sequence));
    const flagged = isUniversal(second, derTag.boolean);
    const oid = oidText(id);
    if (extensions.has(oid)) throw new Error("a certificate extension stands twice");
    extensions.set(oid, {
      critical: flagged && second.content[0] !== 0,
      value: expectUniversal(flagged ? third : second, derTag.octetString).content,
    });
  }
  return extensions;
}

function keyIdentifierOf(keyInfo: DerNode): string {
  const bits = expectUniversal(derChildren(keyInfo)[1], derTag.bitString);
  // The first byte counts unused bits.
  return createHash("sha1").update(bits.content.subarray(1)).digest("hex");
}

/** Issues X.509 certificates (RFC 5280) with any key, name, validity and extension, sound or not. */
import { createHash, type KeyObject, randomBytes } from "node:crypto";
import {
  bitString,
  boolean,
  type Der,
  explicit,
  implicit,
  integer,
  nullValue,
  octetString,
  oid,
  printableString,
  sequence,
  setOf,
  time,
  utf8String,
} from "./der.ts";
import type { CoseAlgorithm, CredentialKeyPair } from "./key-pair.ts";

/** Attribute types of names. */
const attributeOids = { C: "2.5.4.6", O: "2.5.4.10", OU: "2.5.4.11", CN: "2.5.4.3" } as const;

/** Attributes in their order, by short name or dotted OID. */
export type DistinguishedName = readonly (readonly [type: string, value: string])[];

export interface CertificateExtension {
  readonly oid: string;
  readonly critical?: boolean;
  /** DER, without the OCTET STRING around it. */
  readonly value: Der;
}

export interface CertificateTemplate {
  readonly subject: DistinguishedName;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly version?: 1 | 2 | 3;
  /** basicConstraints: absent, an end entity, or an authority. */
  readonly basicConstraints?: {
    readonly ca: boolean;
    readonly pathLength?: number;
    readonly critical?: boolean;
  };
  readonly keyUsage?: readonly (keyof typeof keyUsageBits)[];
  readonly extensions?: readonly CertificateExtension[];
}

export interface Certificate {
  readonly der: Uint8Array<ArrayBuffer>;
  readonly name: Der;
  readonly serialNumber: Uint8Array;
  readonly keyPair: CredentialKeyPair;
}

const keyUsageBits = { digitalSignature: 0, keyCertSign: 5, cRLSign: 6 } as const;

/** What certificates last for unless they say otherwise: every clock of the tests lies within. */
const lifetime = { from: new Date("2020-01-01T00:00:00Z"), until: new Date("2049-12-31T23:59:59Z") };

/** A certificate for `keyPair`, signed by `issuer`, or by itself without one. */
export function issueCertificate(
  template: CertificateTemplate,
  keyPair: CredentialKeyPair,
  issuer?: Pick<Certificate, "name" | "keyPair">,
): Certificate {
  const name = encodeName(template.subject);
  const signer = issuer?.keyPair ?? keyPair;
  const serialNumber = new Uint8Array([0x01, ...randomBytes(15)]);
  const version = template.version ?? 3;
  const extensions = version === 1 ? [] : extensionsOf(template, keyPair, signer);
  const toBeSigned = sequence(
    ...(version === 1 ? [] : [explicit(0, integer(version - 1))]),
    integer(serialNumber),
    signatureAlgorithm(signer.algorithm),
    issuer?.name ?? name,
    sequence(time(template.notBefore ?? lifetime.from), time(template.notAfter ?? lifetime.until)),
    name,
    spkiOf(keyPair.publicKeyObject),
    ...(extensions.length > 0 ? [explicit(3, sequence(...extensions.map(encodeExtension)))] : []),
  );
  const der = signStructure(toBeSigned, signer);
  return { der, name, serialNumber, keyPair };
}

/** SEQUENCE { toBeSigned, algorithm, signature }: certificates and revocation lists alike. */
export function signStructure(toBeSigned: Der, signer: CredentialKeyPair): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    sequence(toBeSigned, signatureAlgorithm(signer.algorithm), bitString(signer.sign(toBeSigned))),
  );
}

/** AlgorithmIdentifier of the signatures that `algorithm` makes. */
export function signatureAlgorithm(algorithm: CoseAlgorithm): Der {
  switch (algorithm) {
    case -7:
      return sequence(oid("1.2.840.10045.4.3.2"));
    case -35:
      return sequence(oid("1.2.840.10045.4.3.3"));
    case -36:
      return sequence(oid("1.2.840.10045.4.3.4"));
    case -8:
      return sequence(oid("1.3.101.112"));
    case -257:
      return sequence(oid("1.2.840.113549.1.1.11"), nullValue());
    default:
      throw new Error(`no certificates are signed with ${algorithm}`);
  }
}

/** SHA-1 of the subject's public key bits (RFC 5280 section 4.2.1.2, method 1), as MDS statements name it. */
export function keyIdentifier(key: KeyObject): Uint8Array {
  const spki = Buffer.from(spkiOf(key));
  return new Uint8Array(createHash("sha1").update(publicKeyBits(spki)).digest());
}

export function encodeName(name: DistinguishedName): Der {
  return sequence(
    ...name.map(([type, value]) => {
      const known = attributeOids[type as keyof typeof attributeOids] ?? type;
      return setOf(sequence(oid(known), type === "C" ? printableString(value) : utf8String(value)));
    }),
  );
}

function extensionsOf(
  template: CertificateTemplate,
  keyPair: CredentialKeyPair,
  signer: CredentialKeyPair,
): CertificateExtension[] {
  const { basicConstraints, keyUsage, extensions = [] } = template;
  const built: CertificateExtension[] = [
    { oid: "2.5.29.14", value: octetString(keyIdentifier(keyPair.publicKeyObject)) },
    { oid: "2.5.29.35", value: sequence(implicit(0, keyIdentifier(signer.publicKeyObject))) },
  ];
  if (basicConstraints) {
    const { ca, pathLength, critical = true } = basicConstraints;
    const value = sequence(
      ...(ca ? [boolean(true)] : []),
      ...(pathLength === undefined ? [] : [integer(pathLength)]),
    );
    built.push({ oid: "2.5.29.19", critical, value });
  }
  if (keyUsage) {
    const bits = keyUsage.reduce((all, usage) => all | (0x80 >> keyUsageBits[usage]), 0);
    built.push({ oid: "2.5.29.15", critical: true, value: bitString(Buffer.from([bits]), unusedBits(bits)) });
  }
  return [...built, ...extensions];
}

function encodeExtension({ oid: id, critical, value }: CertificateExtension): Der {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

/** Named bit lists end with their last set bit. */
function unusedBits(bits: number): number {
  return bits === 0 ? 0 : Math.log2(bits & -bits);
}

function spkiOf(key: KeyObject): Der {
  return new Uint8Array(key.export({ type: "spki", format: "der" }));
}

/** The BIT STRING's content at the end of a SubjectPublicKeyInfo. */
function publicKeyBits(spki: Buffer): Buffer {
  const skipHeader = (at: number) => at + ((spki[at + 1] ?? 0) < 0x80 ? 2 : 2 + ((spki[at + 1] ?? 0) & 0x7f));
  const lengthAt = (at: number) =>
    (spki[at + 1] ?? 0) < 0x80 ? (spki[at + 1] ?? 0) : spki.readUIntBE(at + 2, (spki[at + 1] ?? 0) & 0x7f);
  const algorithm = skipHeader(0);
  const bits = skipHeader(algorithm) + lengthAt(algorithm);
  return spki.subarray(skipHeader(bits) + 1);
}

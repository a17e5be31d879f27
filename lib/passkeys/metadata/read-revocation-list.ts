/** A certificate revocation list (RFC 5280 section 5) from a file of the operator's. */
import { verify } from "node:crypto";
import type { Certificate } from "../attestation/read-certificate.ts";
import {
  type DerNode,
  derChildren,
  derTag,
  expectUniversal,
  isUniversal,
  oidText,
  readDer,
} from "../attestation/read-der.ts";

export interface RevocationList {
  /** DER of the issuer's name. */
  readonly issuer: Uint8Array;
  readonly signedBytes: Uint8Array;
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
  /** Serial numbers in hex, without leading zeros → when each was revoked. */
  readonly revoked: ReadonlyMap<string, Date>;
}

const digests: ReadonlyMap<string, string> = new Map([
  ["1.2.840.113549.1.1.11", "sha256"],
  ["1.2.840.113549.1.1.12", "sha384"],
  ["1.2.840.113549.1.1.13", "sha512"],
  ["1.2.840.10045.4.3.2", "sha256"],
  ["1.2.840.10045.4.3.3", "sha384"],
  ["1.2.840.10045.4.3.4", "sha512"],
]);

/** PEM or DER. @throws Error for what is no revocation list */
export function readRevocationList(file: Uint8Array): RevocationList {
  const [list, algorithm, signature] = derChildren(expectUniversal(readDer(toDer(file)), derTag.sequence));
  const fields = [...derChildren(expectUniversal(list, derTag.sequence))];
  if (isUniversal(fields[0], derTag.integer)) fields.shift();
  const [inner, issuer, thisUpdate, ...optional] = fields;
  const signatureAlgorithm = algorithmOf(algorithm);
  if (algorithmOf(inner) !== signatureAlgorithm) throw new Error("the list names two signature algorithms");
  readTime(thisUpdate);
  if (isTime(optional[0])) optional.shift();
  const entries = isUniversal(optional[0], derTag.sequence) ? derChildren(optional[0]) : [];
  return {
    issuer: expectUniversal(issuer, derTag.sequence).raw,
    signedBytes: expectUniversal(list, derTag.sequence).raw,
    signatureAlgorithm,
    // The first byte counts unused bits.
    signature: expectUniversal(signature, derTag.bitString).content.subarray(1),
    revoked: new Map(entries.map(readEntry)),
  };
}

/** Whether the certificate's own authority made the list. */
export function isSignedBy(list: RevocationList, issuer: Certificate): boolean {
  const digest = digests.get(list.signatureAlgorithm);
  if (digest === undefined) return false;
  try {
    return verify(digest, list.signedBytes, issuer.publicKey, list.signature);
  } catch {
    return false;
  }
}

export function serialNumberOf(certificate: Certificate): string {
  return withoutZeros(certificate.x509.serialNumber);
}

function toDer(file: Uint8Array): Uint8Array {
  if (file[0] === 0x30) return file;
  const text = Buffer.from(file).toString("latin1");
  const [, body] = /-----BEGIN X509 CRL-----([A-Za-z0-9+/=\s]+)-----END X509 CRL-----/.exec(text) ?? [];
  if (body === undefined) throw new Error("neither PEM nor DER");
  return new Uint8Array(Buffer.from(body, "base64"));
}

function algorithmOf(node: DerNode | undefined): string {
  return oidText(derChildren(expectUniversal(node, derTag.sequence))[0]);
}

function readEntry(entry: DerNode): [string, Date] {
  const [serial, date] = derChildren(expectUniversal(entry, derTag.sequence));
  const { content } = expectUniversal(serial, derTag.integer);
  return [withoutZeros(Buffer.from(content).toString("hex")), readTime(date)];
}

function withoutZeros(hex: string): string {
  return hex.toLowerCase().replace(/^0+(?=.)/, "");
}

const utcTime = 23;
const generalizedTime = 24;

function isTime(node: DerNode | undefined): node is DerNode {
  return isUniversal(node, utcTime) || isUniversal(node, generalizedTime);
}

/** RFC 5280 section 4.1.2.5: both forms in UTC, to the second. */
function readTime(node: DerNode | undefined): Date {
  if (!isTime(node)) throw new Error("a time is missing");
  const text = Buffer.from(node.content).toString("latin1");
  const year = node.tag === utcTime ? `${Number(text.slice(0, 2)) >= 50 ? "19" : "20"}` : "";
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(year + text) ?? [];
  const [y, month, d, h, m, s] = parts;
  const time = new Date(`${y}-${month}-${d}T${h}:${m}:${s}Z`);
  if (Number.isNaN(time.getTime())) throw new Error("a time is malformed");
  return time;
}

/**
 * From the leaf to an anchor (RFC 5280 section 6, as far as attestation needs it), at a given time and from given values
 * alone: nothing in a certificate makes this fetch anything.
 */
import {
  authorityKeyIdentifierOf,
  basicConstraintsOf,
  extensionIds,
  mayCertify,
  subjectKeyIdentifierOf,
} from "./certificate-extensions.ts";
import { type Certificate, readCertificate } from "./read-certificate.ts";
import type { Strictness } from "./statement.ts";

export interface TrustPathInput {
  /** Leaf first. */
  readonly path: readonly Certificate[];
  /** DER; roots, or intermediates and leaves that metadata names directly. */
  readonly anchors: readonly Uint8Array[];
  readonly now: Date;
  /** An anchor counts that is in its time at one of these; absent: now. */
  readonly anchorsAt?: readonly Date[];
  readonly strictness: Strictness;
  /** Whether chains of this format carry their root in the field. */
  readonly rootInPath: boolean;
}

/** Extensions that may be critical: evaluated here or by the formats, or without a say about trust. */
const understood: ReadonlySet<string> = new Set([
  extensionIds.subjectKeyIdentifier,
  extensionIds.keyUsage,
  extensionIds.subjectAlternativeName,
  extensionIds.basicConstraints,
  extensionIds.authorityKeyIdentifier,
  extensionIds.extendedKeyUsage,
  extensionIds.androidKeyDescription,
  extensionIds.appleNonce,
  "2.5.29.31", // CRL distribution points: revocation is the metadata's to say.
  "2.5.29.32", // Certificate policies: any will do.
]);

/** MD2, MD4, MD5 with RSA: such a signature can be made for a certificate that the authority never saw. */
const brokenSignatures: ReadonlySet<string> = new Set(
  ["2", "3", "4"].map((arc) => `1.2.840.113549.1.1.${arc}`),
);

/**
 * Whether the path ends in one of the anchors. False means that its root is unknown, which is not wrong in itself.
 * @throws Error when the path is broken: a certificate outside its time, not issued by the next, or not by the anchor
 * that it names. Under `fido` also when there are anchors and it ends in none of them.
 */
export function checkTrustPath(input: TrustPathInput): boolean {
  const { path, anchors, now, anchorsAt = [now], strictness, rootInPath } = input;
  const root = carriedRoot(path);
  if (root && strictness === "fido" && !rootInPath) throw new Error("the path carries its root");
  for (const [index, issuer] of path.entries()) {
    const subject = path[index - 1];
    if (subject) checkIssuer(subject, issuer, index - 1);
  }
  // A root is believed as an anchor or not at all: the copy that the path carries may have expired before its key.
  const links = root ? path.slice(0, -1) : path;
  for (const certificate of links) checkCertificate(certificate, now);
  const [leaf] = links;
  const last = links.at(-1);
  if (!leaf || !last) return false;
  if (path.length > 1 && basicConstraintsOf(leaf)?.ca) throw new Error("the leaf is an authority's");
  if (links.some(({ der }) => anchors.some((anchor) => Buffer.compare(der, anchor) === 0))) return true;
  const usable = anchors.flatMap((anchor) => readAnchor(anchor, anchorsAt));
  if (usable.some((anchor) => issuedBy(last, anchor, links.length - 1))) return true;
  if (usable.some((anchor) => namesAsIssuer(last, anchor)))
    throw new Error("the path names an anchor that did not issue it");
  if (strictness === "fido" && anchors.length > 0) throw new Error("the path ends in no anchor");
  return false;
}

/** The last certificate when it signed itself and others go before it. */
function carriedRoot(path: readonly Certificate[]): Certificate | undefined {
  const last = path.length > 1 ? path.at(-1) : undefined;
  return last?.x509.checkIssued(last.x509) && last.x509.verify(last.publicKey) ? last : undefined;
}

function checkCertificate(certificate: Certificate, now: Date): void {
  if (!isTimely(certificate, now)) throw new Error("a certificate is outside its time");
  if (brokenSignatures.has(certificate.signatureAlgorithm))
    throw new Error("a certificate is signed with a broken digest");
  for (const [id, { critical }] of certificate.extensions) {
    if (critical && !understood.has(id)) throw new Error(`the critical extension ${id} is not understood`);
  }
}

function isTimely({ notBefore, notAfter }: Certificate, now: Date): boolean {
  // Written so that an unreadable date is never timely.
  return notBefore.getTime() <= now.getTime() && now.getTime() <= notAfter.getTime();
}

function checkIssuer(subject: Certificate, issuer: Certificate, intermediatesBelow: number): void {
  if (!issuedBy(subject, issuer, intermediatesBelow))
    throw new Error("a certificate is not issued by the next one");
}

function issuedBy(subject: Certificate, issuer: Certificate, intermediatesBelow: number): boolean {
  return (
    subject.x509.checkIssued(issuer.x509) &&
    isAuthority(issuer, intermediatesBelow) &&
    subject.x509.verify(issuer.publicKey)
  );
}

function isAuthority(issuer: Certificate, intermediatesBelow: number): boolean {
  const constraints = basicConstraintsOf(issuer);
  // Before version 3 there was no way to say it; only anchors may be that old.
  if (!constraints?.ca && issuer.version === 3) return false;
  if (constraints?.pathLength !== undefined && constraints.pathLength < intermediatesBelow) return false;
  // What a name constraint allows is not evaluated, so an authority that has one vouches for nothing here.
  return mayCertify(issuer) && !issuer.extensions.has(extensionIds.nameConstraints);
}

/** What was read of anchors, as long as somebody holds their bytes: metadata holds the same ones for hours. */
const anchorsRead = new WeakMap<Uint8Array, readonly Certificate[]>();

/** Metadata may list what is outdated or unreadable; such an anchor is as good as none. */
function readAnchor(der: Uint8Array, times: readonly Date[]): readonly Certificate[] {
  let read = anchorsRead.get(der);
  if (!read) {
    try {
      read = [readCertificate(der)];
    } catch {
      read = [];
    }
    anchorsRead.set(der, read);
  }
  return read.filter((anchor) => times.some((time) => isTimely(anchor, time)));
}

/** By name or by key identifier: a forged certificate cannot lose both and still claim its maker. */
function namesAsIssuer(certificate: Certificate, anchor: Certificate): boolean {
  if (Buffer.compare(certificate.issuer, anchor.subject) === 0) return true;
  const authority = authorityKeyIdentifierOf(certificate);
  if (!authority) return false;
  const identifier = subjectKeyIdentifierOf(anchor) ?? Buffer.from(anchor.keyIdentifier, "hex");
  return Buffer.compare(authority, identifier) === 0;
}

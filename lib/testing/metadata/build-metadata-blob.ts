/** Signs FIDO Metadata Service BLOBs (MDS 3.0 section 3.1.7: a JWT with x5c), sound or wrong in one way. */
import { sign } from "node:crypto";
import { chainFaults, issueChain } from "../authenticator/attestation/authority.ts";
import { makeKeyPair } from "../authenticator/key-pair.ts";
import { type MetadataAuthority, signerTemplate } from "./metadata-authority.ts";
import type { MetadataEntry, MetadataJson } from "./metadata-entry.ts";

export const blobFaults = [
  ...chainFaults,
  "signature-corrupt",
  "signature-foreign",
  "signature-missing",
  "payload-altered",
  "payload-not-json",
  "payload-not-object",
  "entries-missing",
  "entries-not-array",
  "number-missing",
  "next-update-missing",
  "next-update-no-date",
  "alg-none",
  "alg-other",
  "alg-hmac",
  "x5c-missing",
  "x5c-empty",
  "x5c-of-other-certificate",
  "two-parts",
  "four-parts",
] as const;

export type BlobFault = (typeof blobFaults)[number];

export interface BlobParts {
  readonly authority: MetadataAuthority;
  readonly entries: readonly MetadataEntry[];
  /** The BLOB's serial number. */
  readonly no?: number;
  /** ISO 8601 date. */
  readonly nextUpdate?: string;
  readonly legalHeader?: string;
  readonly fault?: BlobFault;
  /** Members laid over the payload. */
  readonly payload?: { readonly [member: string]: MetadataJson | undefined };
}

/** The BLOB as the service sends it: three parts of base64url. */
export function buildMetadataBlob(parts: BlobParts): string {
  const { authority, fault } = parts;
  const payload = base64url(payloadText(parts));
  const signingInput = `${base64url(JSON.stringify(header(parts)))}.${payload}`;
  const signature = fault === "alg-none" ? Buffer.alloc(0) : signatureOver(signingInput, authority, fault);
  if (fault === "signature-corrupt") signature[8] = (signature[8] ?? 0) ^ 1;
  if (fault === "signature-missing") return `${signingInput}.`;
  if (fault === "two-parts") return signingInput;
  const blob = `${altered(signingInput, parts)}.${signature.toString("base64url")}`;
  return fault === "four-parts" ? `${blob}.${payload}` : blob;
}

function header({ authority, fault }: BlobParts): Record<string, unknown> {
  const alg = authority.leaf.keyPair.algorithm === -7 ? "ES256" : "RS256";
  const algs = new Map([
    ["alg-none", "none"],
    ["alg-other", alg === "ES256" ? "RS256" : "ES256"],
    ["alg-hmac", "HS256"],
  ]);
  const fields: Record<string, unknown> = { alg: algs.get(fault ?? "") ?? alg, typ: "JWT" };
  if (fault !== "x5c-missing") fields.x5c = certificates(authority, fault);
  return fields;
}

function certificates(authority: MetadataAuthority, fault: BlobFault | undefined): string[] {
  const { leaf, intermediate } = authority;
  const faulty: readonly string[] = chainFaults;
  const chain = () => {
    if (fault === "x5c-empty") return [];
    if (fault === "x5c-of-other-certificate")
      return issueChain(authority, signerTemplate, makeKeyPair(leaf.keyPair.algorithm), { fault: undefined });
    if (fault === undefined || !faulty.includes(fault)) return [leaf.der, intermediate.der];
    return issueChain(authority, signerTemplate, leaf.keyPair, { fault });
  };
  return chain().map((certificate) => Buffer.from(certificate).toString("base64"));
}

function payloadText({ entries, no, nextUpdate, legalHeader, fault, payload }: BlobParts): string {
  if (fault === "payload-not-json") return "{";
  if (fault === "payload-not-object") return "[]";
  return writeJson({
    legalHeader: legalHeader ?? "A BLOB for tests.",
    no: fault === "number-missing" ? undefined : (no ?? 1),
    nextUpdate:
      fault === "next-update-missing"
        ? undefined
        : fault === "next-update-no-date"
          ? "soon"
          : (nextUpdate ?? "2030-01-01"),
    entries: fault === "entries-missing" ? undefined : fault === "entries-not-array" ? "none" : [...entries],
    ...payload,
  });
}

/** JSON, with integers of any size. */
function writeJson(value: MetadataJson): string {
  const marker = "big integer:";
  return JSON.stringify(value, (_, member) =>
    typeof member === "bigint" ? `${marker}${member}` : member,
  ).replaceAll(new RegExp(`"${marker}(-?\\d+)"`, "g"), "$1");
}

/** RS256 or ES256 (RFC 7518 section 3.4: the two integers, not DER). */
function signatureOver(
  signingInput: string,
  { leaf }: MetadataAuthority,
  fault: BlobFault | undefined,
): Buffer {
  const key = fault === "signature-foreign" ? makeKeyPair(leaf.keyPair.algorithm) : leaf.keyPair;
  return sign("sha256", Buffer.from(signingInput), { key: key.privateKeyObject, dsaEncoding: "ieee-p1363" });
}

/** One more in the serial number, after the signature. */
function altered(signingInput: string, parts: BlobParts): string {
  if (parts.fault !== "payload-altered") return signingInput;
  const payload = base64url(payloadText({ ...parts, no: (parts.no ?? 1) + 1 }));
  return `${signingInput.split(".")[0]}.${payload}`;
}

function base64url(text: string): string {
  return Buffer.from(text, "utf8").toString("base64url");
}

/**
 * Format `android-safetynet` (WebAuthn Level 3 section 8.5): a JWS of a service that has ended; old phones may still
 * answer with it.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import { findAlgorithm } from "../algorithms.ts";
import { subjectAlternativeNamesOf } from "./certificate-extensions.ts";
import type { CborMap } from "./read-cbor.ts";
import { type Certificate, readCertificate } from "./read-certificate.ts";
import { isContext } from "./read-der.ts";
import { bytesMember, type StatementInput, signedBytes, type VerifiedStatement } from "./statement.ts";
import { verifySignature } from "./verify-signature.ts";

const serviceName = "attest.android.com";
const oldestMilliseconds = 60_000;
/** The service's clock and ours may differ a little. */
const skewMilliseconds = 10_000;

/** JWS algorithm → COSE identifier. */
const jwsAlgorithms = { RS256: -257, ES256: -7 } as const;
const utf8 = new TextDecoder("utf-8", { fatal: true });

const headerSchema = z.object({
  alg: z.enum(["RS256", "ES256"]),
  x5c: z.array(z.string().max(16_384)).min(1).max(8),
});
const payloadSchema = z.object({
  nonce: z.string().max(256),
  timestampMs: z.number(),
  ctsProfileMatch: z.boolean(),
});

/** @throws Error naming what is wrong */
export function verifyAndroidSafetyNet(input: StatementInput): VerifiedStatement {
  const { statement, now } = input;
  const version = statement.get("ver");
  if (typeof version !== "string" || version === "") throw new Error("ver is missing");
  const { header, payload, signed, signature } = readJws(bytesMember(statement, "response"));
  const [leaf, ...rest] = header.x5c.map(certificateOf);
  if (!leaf) throw new Error("x5c is empty");
  const algorithm = findAlgorithm(jwsAlgorithms[header.alg]);
  if (!algorithm || !verifySignature(algorithm, leaf.publicKey, signed, signature, "ieee-p1363"))
    throw new Error("the response's signature does not verify");
  if (!isForService(leaf)) throw new Error("the response is signed by another service");
  if (payload.nonce !== createHash("sha256").update(signedBytes(input)).digest("base64"))
    throw new Error("the nonce is not the digest of what was to be attested");
  if (!payload.ctsProfileMatch) throw new Error("the device's system was changed");
  const age = now.getTime() - payload.timestampMs;
  if (!(age >= -skewMilliseconds && age <= oldestMilliseconds))
    throw new Error("the response was made at another time");
  return { type: "basic", trustPath: [leaf, ...rest], coversAaguid: true };
}

/** The certificates of a response that verified earlier, leaf first. @throws Error when there are none */
export function certificatesOfSafetyNet(statement: CborMap): readonly Certificate[] {
  return readJws(bytesMember(statement, "response")).header.x5c.map(certificateOf);
}

/** Compact serialization (RFC 7515 section 3.1). */
function readJws(bytes: Uint8Array) {
  const parts = utf8.decode(bytes).split(".");
  const [header = "", payload = "", signature = ""] = parts;
  const signatureBytes = decodeBase64url(signature);
  if (parts.length !== 3 || !signatureBytes) throw new Error("the response is no JWS");
  return {
    header: headerSchema.parse(jsonOf(header)),
    payload: payloadSchema.parse(jsonOf(payload)),
    signed: Buffer.from(`${header}.${payload}`),
    signature: signatureBytes,
  };
}

function jsonOf(part: string): unknown {
  const bytes = decodeBase64url(part);
  if (!bytes) throw new Error("the response is no JWS");
  return JSON.parse(utf8.decode(bytes));
}

/** `x5c` of a JWS is base64, not base64url (RFC 7515 section 4.1.6). */
function certificateOf(text: string): Certificate {
  const bytes = Buffer.from(text, "base64");
  if (bytes.toString("base64") !== text) throw new Error("x5c holds what is no base64");
  return readCertificate(bytes);
}

function isForService(leaf: Certificate): boolean {
  return subjectAlternativeNamesOf(leaf).some(
    (name) => isContext(name, 2) && Buffer.from(name.content).toString("latin1") === serviceName,
  );
}

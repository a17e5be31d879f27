/** Format `tpm` (WebAuthn Level 3 section 8.3). Any maker's TPM will do: who is believed is the anchors' to say. */
import { createHash } from "node:crypto";
import { constantTimeEqual } from "#lib/crypto/hash.ts";
import { findAlgorithm } from "../algorithms.ts";
import {
  basicConstraintsOf,
  extendedKeyUsagesOf,
  subjectAlternativeNamesOf,
} from "./certificate-extensions.ts";
import { checkAaguidExtension } from "./check-aaguid-extension.ts";
import { type Certificate, readNameAttributes } from "./read-certificate.ts";
import { derChildren, derTag, expectUniversal, isContext, readDer } from "./read-der.ts";
import { readTpmAttest, readTpmPublic } from "./read-tpm.ts";
import {
  bytesMember,
  certificatesMember,
  type StatementInput,
  signedBytes,
  type VerifiedStatement,
} from "./statement.ts";
import { verifyStatementSignature } from "./verify-signature.ts";

/** TPM_GENERATED_VALUE: the TPM made this structure itself. */
const madeByTpm = 0xff544347;
const attestCertify = 0x8017;
/** tcg-kp-AIKCertificate. */
const attestationKeyUsage = "2.23.133.8.3";

const nameDigests = new Map([
  [0x0004, "sha1"],
  [0x000b, "sha256"],
  [0x000c, "sha384"],
  [0x000d, "sha512"],
]);

/** TPM_ECC_CURVE → COSE curve. */
const curves = new Map([
  [0x0003, 1],
  [0x0004, 2],
  [0x0005, 3],
]);

/** @throws Error naming what is wrong */
export function verifyTpm(input: StatementInput): VerifiedStatement {
  const { statement } = input;
  if (statement.get("ver") !== "2.0") throw new Error("ver is not 2.0");
  if (statement.has("ecdaaKeyId")) throw new Error("ECDAA is not supported");
  const alg = statement.get("alg");
  const signature = bytesMember(statement, "sig");
  const certInfo = bytesMember(statement, "certInfo");
  const publicArea = bytesMember(statement, "pubArea");
  const trustPath = certificatesMember(statement);
  const [leaf] = trustPath;
  checkPublicArea(publicArea, input);
  checkCertInfo(certInfo, publicArea, alg, input);
  if (!verifyStatementSignature(alg, leaf.publicKey, certInfo, signature, { sha1: true }))
    throw new Error("sig does not verify");
  checkAttestationKeyCertificate(leaf);
  checkAaguidExtension(leaf, input.attested.aaguid);
  return { type: "attca", trustPath, coversAaguid: true };
}

/** The TPM's key is the credential's. */
function checkPublicArea(publicArea: Uint8Array, { attested, credentialKey }: StatementInput): void {
  const area = readTpmPublic(publicArea);
  const { kty, crv } = credentialKey.algorithm;
  const [first, second, third] = [-1, -2, -3].map((label) => attested.coseKey.get(label));
  const same =
    area.type === "rsa"
      ? kty === 3 && sameNumber(area.modulus, first) && sameNumber(exponentBytes(area.exponent), second)
      : kty === 2 &&
        curves.get(area.curve) === crv &&
        sameNumber(area.x, second) &&
        sameNumber(area.y, third);
  if (!same) throw new Error("pubArea is not the credential's key");
}

function checkCertInfo(
  certInfo: Uint8Array,
  publicArea: Uint8Array,
  alg: unknown,
  input: StatementInput,
): void {
  const { magic, type, extraData, attestedName } = readTpmAttest(certInfo);
  if (magic !== madeByTpm) throw new Error("certInfo was not made by a TPM");
  if (type !== attestCertify) throw new Error("certInfo is of another type");
  const digest = findAlgorithm(alg)?.hash;
  if (!digest) throw new Error("alg has no digest");
  if (!constantTimeEqual(extraData, createHash(digest).update(signedBytes(input)).digest()))
    throw new Error("extraData is not the digest of what was to be attested");
  const { nameAlgorithm } = readTpmPublic(publicArea);
  const nameDigest = nameDigests.get(nameAlgorithm);
  if (!nameDigest) throw new Error("the name's digest is unknown");
  const name = Buffer.concat([
    Uint8Array.of(nameAlgorithm >> 8, nameAlgorithm & 0xff),
    createHash(nameDigest).update(publicArea).digest(),
  ]);
  if (!constantTimeEqual(attestedName, name)) throw new Error("certInfo attests another public area");
}

/** Section 8.3.1. */
function checkAttestationKeyCertificate(leaf: Certificate): void {
  if (leaf.version !== 3) throw new Error("the AIK certificate is not of version 3");
  if (derChildren(readDer(leaf.subject)).length > 0) throw new Error("the AIK certificate has a subject");
  if (basicConstraintsOf(leaf)?.ca) throw new Error("the AIK certificate is an authority's");
  if (!extendedKeyUsagesOf(leaf).includes(attestationKeyUsage))
    throw new Error("the AIK certificate is not meant for attestation keys");
  // TPM 2.0 EK profile section 3.2.9: manufacturer, model and version, in one set or in three.
  const directory = subjectAlternativeNamesOf(leaf).find((name) => isContext(name, 4));
  if (!directory) throw new Error("the AIK certificate does not name its TPM");
  const attributes = readNameAttributes(expectUniversal(derChildren(directory)[0], derTag.sequence));
  if (!/^id:[0-9A-Fa-f]{8}$/.test(attributes.get("2.23.133.2.1") ?? ""))
    throw new Error("the TPM's maker is malformed");
  if (!attributes.get("2.23.133.2.2") || !attributes.get("2.23.133.2.3"))
    throw new Error("the TPM's model or version is missing");
}

/** Compares big-endian numbers, whatever zeros stand before them. */
function sameNumber(left: Uint8Array, right: unknown): boolean {
  if (!(right instanceof Uint8Array)) return false;
  return Buffer.compare(withoutZeros(left), withoutZeros(right)) === 0;
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? bytes.subarray(bytes.length) : bytes.subarray(first);
}

function exponentBytes(exponent: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(exponent);
  return bytes;
}

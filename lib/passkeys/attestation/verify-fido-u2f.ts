/**
 * Format `fido-u2f` (WebAuthn Level 3 section 8.6). Its signature covers neither AAGUID nor flags and counter: nobody
 * vouches for what stands there, as with `none`.
 */
import { bytesMember, certificatesMember, type StatementInput, type VerifiedStatement } from "./statement.ts";
import { verifyStatementSignature } from "./verify-signature.ts";

const es256 = -7;
/** COSE curve. */
const p256 = 1;

/** @throws Error naming what is wrong */
export function verifyFidoU2f(input: StatementInput): VerifiedStatement {
  const { statement, attested, parsed, clientDataHash, strictness } = input;
  const signature = bytesMember(statement, "sig");
  const trustPath = certificatesMember(statement);
  const [leaf] = trustPath;
  if (trustPath.length !== 1) throw new Error("x5c holds more than one certificate");
  if (leaf.publicKey.asymmetricKeyDetails?.namedCurve !== "prime256v1")
    throw new Error("the attestation key is not on P-256");
  // The conformance rules ask for zeros; Level 3 does not, and has a vector of its own without.
  if (strictness === "fido" && attested.aaguid.some((byte) => byte !== 0))
    throw new Error("the AAGUID is not zero");
  const signed = Buffer.concat([
    new Uint8Array(1),
    parsed.rpIdHash,
    clientDataHash,
    attested.credentialId,
    uncompressedPoint(input),
  ]);
  if (!verifyStatementSignature(es256, leaf.publicKey, signed, signature))
    throw new Error("sig does not verify");
  return { type: "basic", trustPath, coversAaguid: false };
}

/** ALG_KEY_ECC_X962_RAW: what a U2F key itself signs. */
function uncompressedPoint({ attested, credentialKey }: StatementInput): Uint8Array {
  const x = attested.coseKey.get(-2);
  const y = attested.coseKey.get(-3);
  if (credentialKey.algorithm.crv !== p256 || !(x instanceof Uint8Array) || !(y instanceof Uint8Array))
    throw new Error("the credential is not on P-256");
  return Buffer.concat([Uint8Array.of(4), x, y]);
}

/** Writes TPMT_PUBLIC and TPMS_ATTEST (TPM 2.0 Part 2, sections 12.2.4 and 10.12.8). */
import { createHash, type KeyObject } from "node:crypto";
import { jwkBytes } from "../key-pair.ts";

/** Algorithm and curve identifiers. */
const rsa = 0x0001;
const sha256 = 0x000b;
const none = 0x0010;
const ecc = 0x0023;
const curves = new Map([
  ["P-256", 0x0003],
  ["P-384", 0x0004],
  ["P-521", 0x0005],
]);

/** fixedTPM, fixedParent, sensitiveDataOrigin, userWithAuth, signEncrypt. */
const objectAttributes = 0x0004_0072;

/** `otherParameters` names an exponent or a curve that is not the key's. */
export function buildPublicArea(key: KeyObject, otherParameters = false): Uint8Array {
  const isRsa = key.asymmetricKeyType === "rsa";
  const header = [u16(isRsa ? rsa : ecc), u16(sha256), u32(objectAttributes), sized(new Uint8Array())];
  const rest = isRsa ? rsaPart(key, otherParameters) : eccPart(key, otherParameters);
  return new Uint8Array(Buffer.concat([...header, ...rest]));
}

/** TPMS_RSA_PARMS and the modulus; exponent 0 stands for 65537. */
function rsaPart(key: KeyObject, otherParameters: boolean): Uint8Array[] {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  return [u16(none), u16(none), u16(bits), u32(otherParameters ? 3 : 0), sized(jwkBytes(key, "n"))];
}

/** TPMS_ECC_PARMS and the point. */
function eccPart(key: KeyObject, otherParameters: boolean): Uint8Array[] {
  const curve = curves.get(key.export({ format: "jwk" }).crv ?? "");
  if (curve === undefined) throw new Error("TPMs have no keys of this kind");
  const named = otherParameters ? (curve === 3 ? 4 : 3) : curve;
  return [u16(none), u16(none), u16(named), u16(none), sized(jwkBytes(key, "x")), sized(jwkBytes(key, "y"))];
}

/** The object's Name: the algorithm, and the hash of the public area. */
export function nameOf(publicArea: Uint8Array): Uint8Array {
  return new Uint8Array(Buffer.concat([u16(sha256), createHash("sha256").update(publicArea).digest()]));
}

export function buildTpmAttest(parts: {
  readonly magic: number;
  readonly type: number;
  readonly extraData: Uint8Array;
  readonly name: Uint8Array;
}): Uint8Array {
  const signerName = Buffer.concat([u16(sha256), createHash("sha256").update("signer").digest()]);
  const clock = Buffer.concat([u64(123_456_789n), u32(2), u32(1), Buffer.from([1])]);
  return new Uint8Array(
    Buffer.concat([
      u32(parts.magic),
      u16(parts.type),
      sized(signerName),
      sized(parts.extraData),
      clock,
      u64(0x0007_0002_0000_0000n),
      sized(parts.name),
      sized(signerName),
    ]),
  );
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function u64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}

/** TPM2B: a length in two bytes and the bytes. */
function sized(bytes: Uint8Array): Buffer {
  return Buffer.concat([u16(bytes.length), bytes]);
}

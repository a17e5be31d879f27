/** Takes authenticator data apart (WebAuthn Level 3 section 6.1): every byte has its place, or it is refused. */
import { type CborMap, isCborMap, readCborAt } from "./read-cbor.ts";

export interface AuthenticatorData {
  readonly rpIdHash: Uint8Array;
  readonly userPresent: boolean;
  readonly userVerified: boolean;
  readonly backupEligible: boolean;
  readonly backupState: boolean;
  readonly signCount: number;
  readonly attested: AttestedCredential | undefined;
  readonly extensions: CborMap | undefined;
}

export interface AttestedCredential {
  /** 16 bytes. */
  readonly aaguid: Uint8Array;
  readonly credentialId: Uint8Array<ArrayBuffer>;
  /** COSE_Key, encoded. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly coseKey: CborMap;
}

/** RP ID hash (32), flags (1), counter (4). */
export const authenticatorDataHeaderBytes = 37;
const longestCredentialId = 1023;

/** @throws Error for data that is too short, does not match its flags, or has bytes left over */
export function readAuthenticatorData(bytes: Uint8Array): AuthenticatorData {
  if (bytes.length < authenticatorDataHeaderBytes) throw new Error("authenticator data is too short");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint8(32);
  let at = authenticatorDataHeaderBytes;
  let attested: AttestedCredential | undefined;
  let extensions: CborMap | undefined;
  if ((flags & 0x40) !== 0) {
    const { credential, end } = readAttestedCredential(bytes, view, at);
    attested = credential;
    at = end;
  }
  if ((flags & 0x80) !== 0) {
    const { value, end } = readCborAt(bytes, at);
    if (!isCborMap(value)) throw new Error("extension data is no map");
    extensions = value;
    at = end;
  }
  if (at !== bytes.length) throw new Error("bytes are left over in the authenticator data");
  return {
    rpIdHash: bytes.subarray(0, 32),
    userPresent: (flags & 0x01) !== 0,
    userVerified: (flags & 0x04) !== 0,
    backupEligible: (flags & 0x08) !== 0,
    backupState: (flags & 0x10) !== 0,
    signCount: view.getUint32(33),
    attested,
    extensions,
  };
}

/** Section 6.5.1. */
function readAttestedCredential(
  bytes: Uint8Array,
  view: DataView,
  start: number,
): { credential: AttestedCredential; end: number } {
  const idAt = start + 18;
  if (bytes.length < idAt) throw new Error("attested credential data is missing");
  const idLength = view.getUint16(start + 16);
  const keyAt = idAt + idLength;
  if (idLength === 0 || idLength > longestCredentialId || bytes.length < keyAt)
    throw new Error("the credential id has an impossible length");
  const { value, end } = readCborAt(bytes, keyAt);
  if (!isCborMap(value)) throw new Error("the public key is no map");
  const credential = {
    aaguid: bytes.subarray(start, start + 16),
    credentialId: new Uint8Array(bytes.subarray(idAt, keyAt)),
    publicKey: new Uint8Array(bytes.subarray(keyAt, end)),
    coseKey: value,
  };
  return { credential, end };
}

/** AES-256-GCM sealing under a ring of keys with ids: the newest seals, all of them open. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

export interface EncryptionKey {
  /** 1 to 32 characters of `A-Z a-z 0-9 _ -`; stored in front of what it sealed. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** Newest key first; never empty. */
export interface Keyring {
  readonly keys: readonly [EncryptionKey, ...EncryptionKey[]];
}

const formatVersion = 1;
const ivBytes = 12;
const tagBytes = 16;

/**
 * Seals `plaintext`. Layout: version (1) ‖ id length (1) ‖ id ‖ IV (12) ‖ ciphertext ‖ tag (16).
 * `associatedData` names what the value belongs to, so that it opens nowhere else.
 */
export function seal(keyring: Keyring, plaintext: Uint8Array, associatedData: string): Uint8Array {
  const { id, key } = keyring.keys[0];
  const iv = randomBytes(ivBytes);
  const header = Buffer.concat([Buffer.from([formatVersion, id.length]), Buffer.from(id, "latin1")]);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(Buffer.concat([header, Buffer.from(associatedData, "utf8")]));
  return Buffer.concat([header, iv, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made. Throws when the key is unknown, or the bytes or their owner were changed. */
export function open(keyring: Keyring, sealed: Uint8Array, associatedData: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(sealed);
  const idLength = bytes[1] ?? 0;
  const headerEnd = 2 + idLength;
  if (bytes[0] !== formatVersion || bytes.length < headerEnd + ivBytes + tagBytes) {
    throw new Error("sealed value has an unknown format");
  }
  const id = bytes.toString("latin1", 2, headerEnd);
  const entry = keyring.keys.find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`sealed with the key '${id}', which is not in the keyring`);
  const decipher = createDecipheriv("aes-256-gcm", entry.key, bytes.subarray(headerEnd, headerEnd + ivBytes));
  decipher.setAAD(Buffer.concat([bytes.subarray(0, headerEnd), Buffer.from(associatedData, "utf8")]));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  const plaintext = bytes.subarray(headerEnd + ivBytes, bytes.length - tagBytes);
  return new Uint8Array(Buffer.concat([decipher.update(plaintext), decipher.final()]));
}

/** A key for one purpose, derived from a ring key by HKDF-SHA-256 (RFC 5869): 32 bytes. */
export function deriveKey(entry: EncryptionKey, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", entry.key, new Uint8Array(), `latchkey/${purpose}`, 32));
}

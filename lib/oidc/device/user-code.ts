/** The code that a person reads from a device and types in: 34.5 bits in eight letters. */
import { sha256 } from "#lib/crypto/hash.ts";
import { makeLetterCode, readLetterCode } from "#lib/crypto/letter-code.ts";

const letters = 8;

export function makeUserCode(): string {
  return makeLetterCode(letters);
}

/** What a person typed; undefined for what cannot be a code. */
export function readUserCode(typed: string): string | undefined {
  return readLetterCode(typed, letters);
}

export function hashUserCode(code: string): Uint8Array<ArrayBuffer> {
  return sha256(code);
}

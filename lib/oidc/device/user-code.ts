/** The code that a person reads from a device and types in (RFC 8628 section 6.1). */
import { randomInt } from "node:crypto";
import { sha256 } from "#lib/crypto/hash.ts";

/** No vowels, so that no words come up, and nothing that looks like something else: 20 letters, 34.5 bits in eight. */
const alphabet = "BCDFGHJKLMNPQRSTVWXZ";
const letters = 8;

export function makeUserCode(): string {
  return Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** As it is shown: `WDJB-MJHT`. */
export function showUserCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What a person typed, in any case, with or without a dash; undefined for what cannot be a code. */
export function readUserCode(typed: string): string | undefined {
  const code = typed
    .slice(0, 64)
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, "");
  return code.length === letters && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined;
}

export function hashUserCode(code: string): Uint8Array<ArrayBuffer> {
  return sha256(code);
}

/** The codes that people keep for the day on which every passkey is lost. */
import { randomInt } from "node:crypto";
import { sha256 } from "#lib/crypto/hash.ts";

/**
 * Digits, and the letters that look like none: 29 signs. Twenty of them are 97 bits, which is out of reach also for
 * whoever has the hashes.
 */
const alphabet = "0123456789ACDEFGHJKMNPQRTVWXY";
const signs = 20;
const groupSigns = 4;

/** What is read or typed in place of a sign of the alphabet. */
const lookAlikes: Readonly<Record<string, string>> = {
  B: "8",
  I: "1",
  L: "1",
  O: "0",
  S: "5",
  U: "V",
  Z: "2",
};

export const codesInSet = 10;

/** As it is shown and stored by people: `7KQ2-M9X4-T0A8-CDEF-GHJK`. */
export function makeRecoveryCode(): string {
  const code = Array.from({ length: signs }, () => alphabet[randomInt(alphabet.length)]).join("");
  return code.match(new RegExp(`.{${groupSigns}}`, "g"))?.join("-") ?? code;
}

/**
 * SHA-256 of what a person typed, in any case, with spaces, dashes and look-alikes. What cannot be a code has a hash too:
 * it is looked up as any other, and nobody has it.
 */
export function hashRecoveryCode(typed: string): Uint8Array<ArrayBuffer> {
  const code = typed
    .slice(0, 128)
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}\p{Cc}−._]/gu, "")
    .replace(/[BILOSUZ]/g, (sign) => lookAlikes[sign] ?? sign);
  return sha256(code);
}

/** Codes that people read on one screen and type in on another (RFC 8628 section 6.1). */
import { randomInt } from "node:crypto";

/** No vowels, so that no words come up, and nothing that looks like something else: 20 letters of 4.3 bits. */
const alphabet = "BCDFGHJKLMNPQRSTVWXZ";
const groupLetters = 4;

export function makeLetterCode(letters: number): string {
  return Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** As it is shown, in groups of four: `WDJB-MJHT`. */
export function showLetterCode(code: string): string {
  return code.replace(new RegExp(`(.{${groupLetters}})(?=.)`, "g"), "$1-");
}

/** What a person typed, in any case, with or without dashes; undefined for what cannot be a code of that length. */
export function readLetterCode(typed: string, letters: number): string | undefined {
  const code = typed
    .slice(0, 64)
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, "");
  return code.length === letters && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined;
}

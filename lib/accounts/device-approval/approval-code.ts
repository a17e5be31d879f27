/** What the QR code carries, and what a person can type instead: 51.9 bits in twelve letters, good for minutes. */
import { sha256 } from "#lib/crypto/hash.ts";
import { makeLetterCode, readLetterCode } from "#lib/crypto/letter-code.ts";

const letters = 12;
/** Enough to notice that two screens do not belong together; nothing is opened with them. */
const comparisonLetters = 4;

export function makeApprovalCode(): string {
  return makeLetterCode(letters);
}

export function makeComparisonCode(): string {
  return makeLetterCode(comparisonLetters);
}

/** SHA-256 of a code as it was typed or scanned; undefined for what cannot be one. */
export function hashApprovalCode(typed: string): Uint8Array<ArrayBuffer> | undefined {
  const code = readLetterCode(typed, letters);
  return code === undefined ? undefined : sha256(code);
}

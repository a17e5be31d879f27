/** Bytes of a ceremony, altered, and how a verification takes them. */
import { expect } from "vitest";
import type { ErrorCode } from "#lib/errors/codes.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

/** False when it is refused as such a ceremony is refused; anything else that is thrown is a mistake. */
export function accepts(
  refusal: Extract<ErrorCode, "INVALID_ATTESTATION" | "AUTHENTICATION_FAILED">,
  verify: () => unknown,
): boolean {
  try {
    verify();
    return true;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect([refusal, "INVALID_CHALLENGE", "MISSING_CHALLENGE"]).toContain(error.code);
    return false;
  }
}

/** A copy with the bits of `mask` flipped in one byte. */
export function changed(original: Uint8Array, at: number, mask: number): Uint8Array {
  const copy = new Uint8Array(original);
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}

/** Cut off behind and in front, and with `more` behind and in front. */
export function lengthened(original: Uint8Array, cut: number, more: Uint8Array): readonly Uint8Array[] {
  const at = cut % original.length;
  return [
    original.slice(0, at),
    original.slice(at + 1),
    new Uint8Array([...original, ...more]),
    new Uint8Array([...more, ...original]),
  ];
}

export const fromBase64url = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
export const toBase64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

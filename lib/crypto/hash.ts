/** Hashes and comparison. High-entropy secrets are stored as plain SHA-256: there is nothing to guess. */
import { createHash, hash, timingSafeEqual } from "node:crypto";

/** SHA-256 of a UTF-8 string or of bytes: 32 bytes. */
export function sha256(value: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    typeof value === "string" ? hash("sha256", value, "buffer") : createHash("sha256").update(value).digest(),
  );
}

/** The same, for people to read and compare. */
export function sha256Hex(value: string | Uint8Array): string {
  return Buffer.from(sha256(value)).toString("hex");
}

/** Compares in a time that depends on the lengths alone. */
export function constantTimeEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

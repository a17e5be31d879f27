/** Unguessable values and time-ordered ids. */
import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";

/** `bytes` random bytes from the operating system's CSPRNG. */
export function randomToken(bytes: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(randomBytes(bytes));
}

/** A 256-bit secret for URLs, cookies and headers: 43 characters of base64url. */
export function randomSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** A new UUID v7 (RFC 9562 section 5.7), branded as the caller asks. */
export function newId<T extends string>(): T {
  return uuidv7() as T;
}

/** The least id that can have been made at this time or later (RFC 9562 section 5.7): ids are in the order of time. */
export function firstIdAt<T extends string>(time: Date): T {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000` as T;
}

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

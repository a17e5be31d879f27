/** The id under which a request stands in the response, the log and the audit trail. */
import { newId } from "#lib/crypto/random.ts";

const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,127}$/;

/** `sent` counts only when a declared proxy sent it and it cannot break a log line; else a new UUID v7. */
export function requestIdOf(sent: string | string[] | undefined, fromTrustedProxy: boolean): string {
  return fromTrustedProxy && typeof sent === "string" && wellFormed.test(sent) ? sent : newId<string>();
}

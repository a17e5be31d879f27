/** Parses clientDataJSON as JSON (WebAuthn Level 3 section 5.8.1), never by comparing its text. */
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { type ClientData, clientDataSchema } from "./schema.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** @throws DomainError MISSING_CHALLENGE when no challenge can be read from it. */
export function readClientData(clientDataJSON: string): ClientData {
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(decodeBase64url(clientDataJSON)));
  } catch (cause) {
    throw new DomainError("MISSING_CHALLENGE", { cause });
  }
  const parsed = clientDataSchema.safeParse(value);
  if (!parsed.success) throw new DomainError("MISSING_CHALLENGE", { cause: parsed.error });
  return parsed.data;
}

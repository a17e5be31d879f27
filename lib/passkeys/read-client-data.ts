/** Parses clientDataJSON as JSON (WebAuthn Level 3 section 5.8.1), never by comparing its text. */
import { z } from "zod";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

/**
 * collectedClientData (section 5.8.1). Only the challenge must be there for the ceremony to be looked up; whatever is
 * wrong with the rest is refused after the challenge was spent. Members that nobody knows yet are ignored.
 */
const clientDataSchema = z.object({
  challenge: z.string().min(1).max(8192),
  type: z.string().max(64).catch(""),
  origin: z.string().max(2048).catch(""),
  crossOrigin: z.unknown().optional(),
  topOrigin: z.unknown().optional(),
  tokenBinding: z.unknown().optional(),
});

export type ClientData = z.infer<typeof clientDataSchema>;

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

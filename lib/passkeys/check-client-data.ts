/** Where and for what the browser let the passkey sign (WebAuthn Level 3 sections 7.1 and 7.2, 13.4.9). */
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import type { ErrorCode } from "#lib/errors/codes.ts";
import type { Strictness } from "./attestation/statement.ts";
import { refuse } from "./ceremony-refusal.ts";
import type { ClientData } from "./read-client-data.ts";

/** The ceremony's code for everything that does not verify. */
type FailureCode = Extract<ErrorCode, "INVALID_ATTESTATION" | "AUTHENTICATION_FAILED">;

export interface ExpectedClientData {
  /** Base64url. How many bytes, is for whoever issues it. */
  readonly expectedChallenge: string;
  readonly expectedOrigins: readonly string[];
  /** Pages that may frame ours; none when absent or empty. */
  readonly expectedTopOrigins?: readonly string[] | undefined;
  readonly strictness: Strictness;
}

/**
 * @throws DomainError INVALID_CHALLENGE for another challenge; `code` for another type, an origin that is not listed
 * exactly, a frame of another site, or (under `fido`) a token binding that cannot be
 */
export function checkClientData(
  expected: ExpectedClientData,
  clientData: ClientData,
  type: "webauthn.create" | "webauthn.get",
  code: FailureCode,
): void {
  const { expectedChallenge, expectedOrigins, strictness } = expected;
  if (clientData.type !== type) throw refuse(code, "client_data_type");
  if (clientData.challenge !== expectedChallenge) throw refuse("INVALID_CHALLENGE", "challenge_unknown");
  // An empty one never comes this far: client data without a challenge is refused as such.
  if (!decodeBase64url(expectedChallenge)) throw refuse("INVALID_CHALLENGE", "challenge_unknown");
  if (!expectedOrigins.includes(clientData.origin)) throw refuse(code, "origin");
  if (!isExpectedFrame(clientData, expected.expectedTopOrigins ?? [])) throw refuse(code, "cross_origin");
  if (strictness === "fido" && !isTokenBinding(clientData.tokenBinding)) throw refuse(code, "token_binding");
}

/** Nothing but "no" is believed, unless somebody may frame us; browsers that name the top page must name one of those. */
function isExpectedFrame(clientData: ClientData, topOrigins: readonly string[]): boolean {
  const crossOrigin = clientData.crossOrigin ?? false;
  const topOrigin = clientData.topOrigin ?? null;
  if (crossOrigin !== false && (crossOrigin !== true || topOrigins.length === 0)) return false;
  return topOrigin === null || (typeof topOrigin === "string" && topOrigins.includes(topOrigin));
}

/** Level 3 reserves the member and ignores it; the conformance rules go by Level 1 (section 5.10.1). */
function isTokenBinding(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { status } = value as { readonly status?: unknown };
  return status === "present" || status === "supported" || status === "not-supported";
}

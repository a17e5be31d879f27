/** That a response is one, and what it calls itself as far as it says so (WebAuthn Level 3 section 5.1). */
import type { ErrorCode } from "#lib/errors/codes.ts";
import { refuse } from "./ceremony-refusal.ts";

/** @throws DomainError `code`, for what is no response, for another type of credential, and for two ids that differ */
export function checkResponseNames(
  response: {
    readonly id?: string | undefined;
    readonly rawId?: string | undefined;
    readonly type?: string | undefined;
    readonly response: object;
  },
  code: Extract<ErrorCode, "INVALID_ATTESTATION" | "AUTHENTICATION_FAILED">,
): void {
  // Typed, but read from JSON: callers from outside hand over what they were sent.
  if (!isObject(response) || !isObject(response.response)) throw refuse(code, "malformed_response");
  const { id, rawId, type } = response;
  if (type !== undefined && type !== "public-key") throw refuse(code, "credential_type");
  if (rawId !== undefined && rawId !== id) throw refuse(code, "credential_id");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

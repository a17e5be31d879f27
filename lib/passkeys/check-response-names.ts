/** What a response calls itself, as far as it says so (WebAuthn Level 3 section 5.1). */
import type { ErrorCode } from "#lib/errors/codes.ts";
import { refuse } from "./ceremony-refusal.ts";

/** @throws DomainError `code`, for another type of credential, and for two ids that differ */
export function checkResponseNames(
  response: {
    readonly id?: string | undefined;
    readonly rawId?: string | undefined;
    readonly type?: string | undefined;
  },
  code: Extract<ErrorCode, "INVALID_ATTESTATION" | "AUTHENTICATION_FAILED">,
): void {
  const { id, rawId, type } = response;
  if (type !== undefined && type !== "public-key") throw refuse(code, "credential_type");
  if (rawId !== undefined && rawId !== id) throw refuse(code, "credential_id");
}

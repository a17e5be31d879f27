/** What the authenticator signed about itself: RP ID, presence, verification, backup (WebAuthn Level 3 section 6.1). */
import { constantTimeEqual, sha256 } from "#lib/crypto/hash.ts";
import type { ErrorCode } from "#lib/errors/codes.ts";
import { authenticatorDataHeaderBytes } from "./attestation/read-authenticator-data.ts";
import { refuse } from "./ceremony-refusal.ts";

export interface CeremonyFlags {
  readonly userVerified: boolean;
  readonly backupEligible: boolean;
  readonly backupState: boolean;
}

export interface AuthenticatorFlags extends CeremonyFlags {
  readonly signCount: number;
}

type FailureCode = Extract<ErrorCode, "INVALID_ATTESTATION" | "AUTHENTICATION_FAILED">;

/**
 * Reads the fixed header and refuses what no ceremony may carry. Presence is always wanted;
 * verification when `userVerification` is `required`, and is ignored otherwise.
 * @throws DomainError `code`
 */
export function checkAuthenticatorData(
  expected: { readonly rpId: string; readonly userVerification: "required" | "preferred" | "discouraged" },
  authenticatorData: Uint8Array,
  code: FailureCode,
): AuthenticatorFlags {
  if (authenticatorData.length < authenticatorDataHeaderBytes) throw refuse(code, "authenticator_data");
  const view = new DataView(
    authenticatorData.buffer,
    authenticatorData.byteOffset,
    authenticatorDataHeaderBytes,
  );
  const flags = view.getUint8(32);
  const userVerified = (flags & 0x04) !== 0;
  const backupEligible = (flags & 0x08) !== 0;
  const backupState = (flags & 0x10) !== 0;
  if (!constantTimeEqual(authenticatorData.subarray(0, 32), sha256(expected.rpId)))
    throw refuse(code, "rp_id_hash");
  if ((flags & 0x01) === 0) throw refuse(code, "user_presence");
  if (expected.userVerification === "required" && !userVerified) throw refuse(code, "user_verification");
  // Backed up without being eligible is impossible (section 6.1.3).
  if (backupState && !backupEligible) throw refuse(code, "backup_flags");
  return { userVerified, backupEligible, backupState, signCount: view.getUint32(33) };
}

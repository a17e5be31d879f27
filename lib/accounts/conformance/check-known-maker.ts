/** FIDO's reading of certificates: who made the authenticator must be known, or the attestation is worth nothing. */
import type { Config } from "#lib/config/load-config.ts";
import { refuse } from "#lib/passkeys/ceremony-refusal.ts";
import type { VerifiedPasskey } from "#lib/passkeys/verify-registration.ts";

/**
 * Without metadata nobody is known, and certificates are verified as far as they go.
 * @throws DomainError INVALID_ATTESTATION
 */
export function checkKnownMaker(
  { metadata }: Pick<Config, "metadata">,
  { attestationTrust }: Pick<VerifiedPasskey, "attestationTrust">,
): void {
  if (metadata && attestationTrust === "unverified") throw refuse("INVALID_ATTESTATION", "attestation_trust");
}

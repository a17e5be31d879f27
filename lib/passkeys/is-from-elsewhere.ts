/** Whether a passkey came over from another device, as a phone's does by the browser's QR code. */
import type { CredentialRow } from "#drizzle/schema/credentials.ts";
import type { AuthenticationResponse } from "./schema.ts";

/**
 * By what browser and authenticator say of themselves: good for an offer, never for a decision. Security keys are
 * "cross-platform" too, and meant to be carried along.
 */
export function isFromElsewhere(
  { authenticatorAttachment }: Pick<AuthenticationResponse, "authenticatorAttachment">,
  { transports, backupEligible }: Pick<CredentialRow, "transports" | "backupEligible">,
): boolean {
  if (authenticatorAttachment !== "cross-platform") return false;
  return transports.length === 0 ? backupEligible : transports.includes("hybrid");
}

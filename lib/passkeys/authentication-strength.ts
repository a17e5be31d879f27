/** How a ceremony proved the person, in the words that relying apps read. */
import type { CredentialRow } from "#drizzle/schema/credentials.ts";

export interface AuthenticationStrength {
  readonly acr: string;
  readonly amr: string[];
}

/** Of sessions that no user-verified passkey opened. */
export const weakestClass = "urn:latchkey:recovery";

/**
 * `phr`: phishing-resistant (OpenID EAP ACR Values), for a user-verified passkey; `phrh` where its model is proven by
 * trusted attestation and it cannot leave its hardware. Presence alone is weaker.
 * `amr` by RFC 8176: key in hardware or in software that can copy it, presence, several factors.
 */
export function strengthOf(
  { deviceType, attestationTrust }: Pick<CredentialRow, "deviceType" | "attestationTrust">,
  userVerified: boolean,
): AuthenticationStrength {
  const key = deviceType === "single_device" ? "hwk" : "swk";
  if (!userVerified) return { acr: weakestClass, amr: [key, "user"] };
  const inHardware = deviceType === "single_device" && attestationTrust === "trusted";
  return { acr: inHardware ? "phrh" : "phr", amr: [key, "user", "mfa"] };
}

/** How a ceremony proved the person, in the words that relying apps read. */
import type { CredentialRow } from "#drizzle/schema/credentials.ts";

export interface AuthenticationStrength {
  readonly acr: string;
  readonly amr: string[];
}

/**
 * `phr`: phishing-resistant (OpenID EAP ACR Values), for a user-verified passkey; presence alone is weaker.
 * `amr` by RFC 8176: key in hardware or in software that can copy it, presence, several factors.
 */
export function strengthOf(
  deviceType: CredentialRow["deviceType"],
  userVerified: boolean,
): AuthenticationStrength {
  const key = deviceType === "single_device" ? "hwk" : "swk";
  return userVerified
    ? { acr: "phr", amr: [key, "user", "mfa"] }
    : { acr: "urn:latchkey:recovery", amr: [key, "user"] };
}

/** What the flags and transports of a passkey mean to a person. */

export type PasskeyKind = "synced" | "notBackedUp" | "deviceOnly" | "securityKey";

interface PasskeyTraits {
  readonly backupEligible: boolean;
  readonly backupState: boolean;
  readonly transports: readonly string[];
}

const roaming = new Set(["usb", "nfc", "ble", "smart-card"]);

/** WebAuthn Level 3 section 6.1.3: eligible and backed up, eligible only, or bound to what made it. */
export function kindOf(passkey: PasskeyTraits): PasskeyKind {
  if (passkey.backupEligible) return passkey.backupState ? "synced" : "notBackedUp";
  const isKey =
    passkey.transports.some((transport) => roaming.has(transport)) &&
    !passkey.transports.includes("internal");
  return isKey ? "securityKey" : "deviceOnly";
}

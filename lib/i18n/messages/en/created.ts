/** A passkey was created. */
export const created = {
  title: "Passkey created",
  saved: "Saved as “{name}”.",
  synced: "It is synced, so your other devices can use it too.",
  notSynced:
    "It can’t leave the device or key that holds it. Add a second passkey, so that losing it doesn’t lock you out.",
  continue: "Continue",
  continueToApp: "Continue to {app}",
  addSecond: "Add a second passkey",
  secondHint: "Use another device, your phone or a security key.",
  secondTitle: "Second passkey created",
} as const;

/** The list of passkeys. */
export const passkeys = {
  title: "Passkeys",
  lead: "Each of them opens your account. Keep at least two, in different places.",
  count: "{count, plural, one {# passkey} other {# passkeys}}",
  onDevices: "Passkeys on your devices",
  onKeys: "Passkeys on security keys",
  add: "Add a passkey",
  synced: "Synced",
  notBackedUp: "Not backed up yet",
  deviceOnly: "Only on this device",
  securityKey: "Security key",
  usedForSession: "Used for this session",
  copiedTitle: "This passkey may have been copied",
  copiedBody:
    "At a sign-in on <when></when> its counter did not grow, as it would if somebody else held a copy. If you know no harmless reason, such as a restored backup, remove it and make another one.",
  created: "Created <when></when>",
  lastUsed: "Last used {relative}",
  neverUsed: "Not used yet",
  browserOn: "{browser} on {system}",
  unnamed: "Passkey",
  empty: "No passkeys",
  emptyBody: "You have none. Add one before you leave, or you won’t get back in.",
  nudgeTitle: "Add a second passkey",
  nudgeBody:
    "If you lose the only one, you lose the account. Put a second one on your phone or on a security key.",
  nudgeDeviceBound:
    "Your only passkey can’t leave its device. Put a second one on your phone or on a security key.",
  windowLeft: "Verified, {time} left",
  windowClosed: "You’ll confirm it’s you first",
} as const;

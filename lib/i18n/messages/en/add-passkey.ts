/** Adding a passkey. */
export const addPasskey = {
  title: "Add a passkey",
  body: "Your browser asks where to keep it: on this device, on your phone or on a security key.",
  create: "Create the passkey",
  createHint: "Nothing changes until the passkey is saved.",
  stepUpTitle: "Confirm it’s you",
  stepUpBody: "Confirm it’s you to add a passkey to {account}. This holds for 10 minutes.",
  confirm: "Confirm with a passkey",
  cancel: "Cancel",
  done: "Done",
  doneTitle: "Passkey added",
  added: "Saved as “{name}”.",
} as const;

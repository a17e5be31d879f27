/** Making the first administrator. */
export const setUp = {
  title: "Set up {instance}",
  lead: "Create the first administrator. This link works once.",
  ownership: "Passkeys will belong to <host>{rpId}</host>. Changing this later invalidates them all.",
  secure: "The connection to this address is secure.",
  local: "The address is on your own machine.",
  button: "Create the first passkey",
  invalidTitle: "This set-up link doesn’t work",
  invalidBody: "It was used already, or it has expired.",
  invalidHelp: "Whoever runs the server makes a new one with:",
  doneAlready: "If this instance already has an administrator, no new link is given.",
} as const;

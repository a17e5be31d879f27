/** A passkey of this device's own, offered after a sign-in with one from elsewhere. */
export const thisDevice = {
  title: "Add a passkey on this device?",
  lead: "You’re in, with a passkey from another device. With one here, you won’t need the other device next time.",
  own: "Only on a device of your own: whoever can unlock it could sign in as you.",
  add: "Add a passkey here",
  hint: "You won’t be asked again in this browser for 30 days.",
  notNow: "Not now",
} as const;

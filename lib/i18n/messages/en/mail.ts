/** Mails. Plain text: a line is a line. */
export const mail = {
  greeting: "Hello {name},",
  account: "Your passkeys: {url}",
  unknownBrowser: "an unknown browser",
  counterRegressed: {
    subject: "Your passkey may have been copied",
    body: "Your passkey “{passkey}” for {instance} was used, and its counter had not grown since the last time. Authenticators count their uses, so there may be a copy of it. It can also be a fault of the device.",
    when: "When: {when} (UTC)",
    where: "Where: {browser}",
    whereFrom: "Where: {browser}, from the address {address}",
    letIn: "What happened: it was accepted.",
    refused: "What happened: it was refused.",
    notYou:
      "If that was not you: sign in with another passkey, remove this one, and tell whoever runs {instance}.",
    you: "If it was you: add another passkey on another device or security key, and remove this one.",
    again: "You get at most one such mail a day for a passkey.",
  },
} as const;

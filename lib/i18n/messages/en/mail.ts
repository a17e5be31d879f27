/** Mails. Plain text: the same words make both parts of a mail. */
export const mail = {
  greeting: "Hello {name},",
  because: "You get this mail because you have an account at {instance}.",
  becauseNoAccount: "You get this mail because somebody entered your address at {instance}.",
  unanswered: "Nobody reads answers to this mail.",
  linkInFull: "If the button does nothing, open this address in your browser:",
  linkWorks: "The link works once, within the next {time}.",
  ask: "If you did not ask for this, ignore this mail: nothing changes.",
  minutes: "{count, plural, one {# minute} other {# minutes}}",
  hours: "{count, plural, one {# hour} other {# hours}}",
  days: "{count, plural, one {# day} other {# days}}",
  fact: "{label}: {value}",
  when: "When",
  device: "Device",
  address: "Address",
  browserOn: "{browser} on {system}",
  unknownDevice: "unknown",
  seePasskeys: "See your passkeys",
  you: "If that was you, there is nothing to do.",
  notYou:
    "If that was not you: sign in, remove the passkeys that you don’t know, end all other sessions, and tell whoever runs {instance}.",
  notYouTell:
    "If that was not you, somebody else may be in your account: tell whoever runs {instance} at once.",
  without: {
    notices: "Nobody is told by mail of new passkeys, new sign-ins and recoveries.",
    addresses: "People can’t confirm or change their e-mail address.",
    links: "Invitations and links back in are not mailed; whoever makes them hands them over.",
    signInLinks: "Nobody can ask for a sign-in link.",
  },
  verifyEmail: {
    subject: "Confirm your e-mail address for {instance}",
    title: "Confirm your e-mail address",
    body: "Confirm that this address is yours, so that {instance} can reach you.",
    changeBody:
      "Confirm that this address is yours. It then takes the place of the one that your account at {instance} has now.",
    action: "Confirm the address",
  },
  emailChangeRequested: {
    subject: "Your e-mail address at {instance} is to be changed",
    title: "Another e-mail address",
    body: "Somebody who is signed in to your account at {instance} asked for another e-mail address. Nothing has changed yet: the new address must be confirmed first.",
  },
  emailChanged: {
    subject: "Your e-mail address at {instance} was changed",
    title: "Your e-mail address was changed",
    body: "Your account at {instance} has another e-mail address now. Mails go there from now on; this is the last one to this address.",
  },
  invitation: {
    subject: "Your invitation to {instance}",
    title: "Your invitation to {instance}",
    bodyFrom: "{name} invites you to open an account at {instance}.",
    body: "You are invited to open an account at {instance}.",
    noPassword:
      "There is no password to think of: your phone, your computer or a security key creates a passkey, and you sign in with your fingerprint, face or PIN.",
    action: "Create your account",
    expires: "The invitation is good for {time}.",
    unexpected: "If you did not expect it, ignore this mail.",
  },
  recoveryLink: {
    subject: "Your link back into {instance}",
    title: "Your link back in",
    body: "An administrator of {instance} made this link for you. It opens your account once, so that you can add a passkey.",
    action: "Open your account",
    secret:
      "Whoever has the link can open your account: pass it on to nobody. If you did not expect it, tell whoever runs {instance}.",
  },
  signInLink: {
    subject: "Your sign-in link for {instance}",
    title: "Your sign-in link",
    body: "Somebody asked for a link to sign in to your account at {instance}:",
    action: "Sign in",
    notYou:
      "If it was not you, ignore this mail: without the link nobody gets in. Never pass it on, whoever asks for it.",
  },
  passkeyAdded: {
    subject: "A passkey was added to your account at {instance}",
    title: "A passkey was added",
    body: "The passkey “{passkey}” opens your account from now on.",
  },
  passkeyRemoved: {
    subject: "A passkey was removed from your account at {instance}",
    title: "A passkey was removed",
    body: "The passkey “{passkey}” no longer opens your account, and browsers that it signed in are signed out.",
  },
  passkeyRevoked: {
    subject: "A passkey of your account at {instance} was revoked",
    title: "A passkey was revoked",
    body: "An administrator revoked the passkey “{passkey}”. It no longer opens your account, and browsers that it signed in are signed out.",
    help: "Use another passkey. If you have none, or don’t know why this happened, ask whoever runs {instance}.",
  },
  newSignIn: {
    subject: "New sign-in to your account at {instance}",
    title: "New sign-in",
    body: "Somebody signed in to your account from a device or a network that it had not been used from before.",
  },
  recoveryUsed: {
    subject: "Your account at {instance} was opened without a passkey",
    title: "Opened without a passkey",
    recovery_code: "Your account was opened with one of your recovery codes.",
    recovery_link: "Your account was opened with a link that an administrator made.",
    sign_in_link: "Your account was opened with a link that was sent to you by e-mail.",
    device_approval: "Your account was opened on a device that was let in from another one of yours.",
  },
  recoveryCodesMade: {
    subject: "New recovery codes for your account at {instance}",
    title: "New recovery codes",
    body: "New recovery codes were made for your account. Codes that you had before no longer work.",
  },
  counterRegressed: {
    subject: "Your passkey may have been copied",
    title: "Your passkey may have been copied",
    body: "Your passkey “{passkey}” for {instance} was used, and its counter had not grown since the last time. Authenticators count their uses, so there may be a copy of it. It can also be a fault of the device.",
    letIn: "The sign-in was accepted.",
    refused: "The sign-in was refused.",
    notYou:
      "If that was not you: sign in with another passkey, remove this one, and tell whoever runs {instance}.",
    you: "If it was you: add another passkey on another device or security key, and remove this one.",
    again: "You get at most one such mail a day for a passkey.",
  },
  accountDeleted: {
    subject: "Your account at {instance} was deleted",
    title: "Your account was deleted",
    body: "You deleted your account at {instance}. Your passkeys and what was known of you are gone, and this is the last mail.",
    byAdministrator:
      "An administrator deleted your account at {instance}. Your passkeys and what was known of you are gone, and this is the last mail.",
    wrong: "It can’t be undone. If you did not want it, tell whoever runs {instance}.",
  },
  test: {
    subject: "A test mail from {instance}",
    title: "Mails arrive",
    body: "This is a test. {instance} can send mails.",
  },
} as const;

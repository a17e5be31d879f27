/** A person's e-mail address: having it checked, and changing to another one. */
export const emailAddress = {
  lead: "Your username here, and where mails go. Apps may recognise you by it.",
  confirmed: "Confirmed",
  unconfirmed: "Not confirmed",
  verify: "Send a confirmation link",
  pendingVerify: "We sent a link to {email}. Open it in a browser where you’re signed in, within a day.",
  pendingChange:
    "We sent a link to {email}. Open it in a browser where you’re signed in, within a day. Until then, your address stays as it is.",
  withdraw: "Take it back",
  withdrawn: "Taken back. The link in the mail no longer works.",
  change: "Use another address",
  newLabel: "New e-mail address",
  send: "Send the link",
  confirmHint: "You’ll confirm it’s you with a passkey first.",
  sent: "Sent. Look into your mailbox.",
  same: "This is your address already, and it is confirmed.",
  noMail:
    "No mail is sent from here, so only an administrator can change the address. Ask whoever runs {instance}.",
  changed: "Your e-mail address is {email} now.",
  verified: "{email} is confirmed.",
  page: {
    title: "Confirm your address",
    change: "It becomes the e-mail address of your account, in place of {old}.",
    verify: "It is the e-mail address of your account.",
    account: "Signed in as",
    confirm: "Confirm",
    later: "Not now",
    deadTitle: "This link doesn’t work",
    deadBody:
      "It was used or replaced, or it is older than a day. You can ask for a new one in your profile.",
    toProfile: "To your profile",
    foreignTitle: "This link is for another account",
    foreignBody:
      "If you asked for it, sign in with the account that it is for. If you didn’t, close this page: nothing happens.",
    switch: "Use another account",
    takenTitle: "This address is taken",
    takenBody: "Another account here has it. Sign in to that one, or change its address first.",
  },
} as const;

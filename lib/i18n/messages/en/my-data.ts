/** Taking one's data along, and deleting the account. */
export const myData = {
  title: "Your data",
  lead: "It is yours: take it along, or take it away.",
  export: {
    title: "Take it along",
    body: "One file with everything that is known of you here: profile, passkeys without their secrets, sessions, apps, groups, and what the security record says about you. It is JSON, which other programs can read.",
    button: "Download your data",
    started: "The download has begun.",
    hint: "You’ll confirm it’s you with a passkey first.",
  },
  delete: {
    title: "Delete your account",
    lead: "This is what follows:",
    gone: "Your profile, picture, passkeys, recovery codes and groups are gone at once.",
    apps: "You’re signed out everywhere, and your apps are told. What they keep themselves stays with them.",
    name: "Your e-mail address is free again: somebody could open an account with it.",
    trail:
      "The security record stays for as long as {instance} keeps it: times, IP addresses and browsers, under a number in place of your name.",
    mail: "You get one last mail.",
    forGood: "It can’t be undone.",
    open: "Delete your account…",
    question: "Delete your account at {instance}?",
    takeFirst:
      "Download your data first if you want to keep any of it. Afterwards there is nothing to bring back.",
    typed: "Type your e-mail address, {email}, to go on",
    mismatch: "That is not {email}.",
    confirm: "Delete for good",
    keep: "Keep the account",
    lastAdministrator: "You’re the only administrator here. Make somebody else one first.",
    doneTitle: "Your account is deleted",
    doneBody: "You’re signed out. If your password manager still shows the passkey, remove it there.",
    close: "Close",
  },
  noScript: "Both need a passkey, and passkeys need JavaScript.",
} as const;

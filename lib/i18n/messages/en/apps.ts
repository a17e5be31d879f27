/** The apps that somebody signed in to, and the ones that they may go to. */
export const apps = {
  title: "Apps",
  lead: "The apps that you signed in to with this account, and what each of them sees of you.",
  open: "Open {app}",
  firstParty: "Part of {instance}",
  selfRegistered: "Registered itself",
  disabled: "Switched off",
  firstAllowed: "Since <when></when>",
  lastUsed: "last signed in {relative}",
  sees: "Sees: {claims}",
  maySee: "May see: {claims}",
  seesNothing: "Sees only an identifier that tells your account apart from others.",
  exactly: "What exactly?",
  exactlyNamed: "What exactly does {app} see?",
  offline: "It can go on using this while you’re not there.",
  resources: "It may use these services in your name:",
  revoke: "Remove access",
  revokeNamed: "Remove access of {app}",
  revokeTitle: "Remove the access of {app}?",
  revokeBody:
    "{app} can’t use your account any more, not even while you’re away, and is told to sign you out. What it has already learned, it may keep. If you sign in to it again, it asks you anew.",
  revokeBodyFirstParty:
    "{app} loses its access now, also while you’re away, and is told to sign you out. As it is part of {instance}, it gets access again without asking when you sign in to it.",
  keep: "Keep it",
  revoked: "The access is removed.",
  empty: "No apps yet",
  emptyBody: "When you sign in to an app with this account, it stands here with what it sees of you.",
} as const;

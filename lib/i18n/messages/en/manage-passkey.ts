/** Renaming and removing a passkey. */
export const managePasskey = {
  rename: "Rename",
  renameNamed: "Rename {name}",
  nameLabel: "Name of the passkey",
  nameInvalid: "Enter a name of at most 64 characters.",
  save: "Save",
  cancel: "Cancel",
  confirmHint: "You’ll confirm it’s you with a passkey first.",
  renamed: "Renamed to “{name}”.",
  remove: "Remove",
  removeNamed: "Remove {name}",
  removeTitle: "Remove “{name}”?",
  removeBody:
    "You can’t sign in with it any more, and browsers that it signed in are signed out. This can’t be undone.",
  removeBodyHere:
    "You can’t sign in with it any more, and browsers that it signed in are signed out, this one too. This can’t be undone.",
  removeBodyLast:
    "This is your last passkey. Every browser that it signed in is signed out, this one too, and then only {count, plural, one {your last recovery code lets} other {one of your # recovery codes lets}} you in. This can’t be undone.",
  removeConfirmHint:
    "You’ll confirm it’s you first. Use another passkey than this one to stay signed in here.",
  lastTitle: "You can’t remove “{name}” yet",
  lastBody: "This is your only way in. Add another first.",
  close: "Close",
  removedTitle: "Passkey removed",
  removedBody: "“{name}” no longer opens your account. Remove it from your password manager too.",
  removedHere:
    "“{name}” no longer opens your account, and you’re signed out here. Remove it from your password manager too.",
  done: "Done",
  signInAgain: "Sign in again",
} as const;

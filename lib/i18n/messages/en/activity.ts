/** What has happened to the account. `told` has a sentence for each action of the trail that concerns people. */
export const activity = {
  title: "Activity",
  lead: "What has happened to your account, and from where.",
  filter: "Show",
  all: "Everything",
  kinds: {
    sign_ins: "Sign-ins",
    passkeys: "Passkeys",
    apps: "Apps",
    account: "Account",
  },
  today: "Today",
  yesterday: "Yesterday",
  pages: "Pages",
  newer: "Newer",
  older: "Older",
  empty: "Nothing has happened yet",
  emptyBody: "Sign-ins, changes to your passkeys and visits to apps will stand here.",
  emptyKind: "Nothing of this kind",
  showAll: "Show everything",
  notYou: "Was something here not you?",
  notYouBody:
    "<sessions>Sign the other browsers out</sessions>, then <passkeys>remove the passkeys</passkeys> that you don’t know.",
  somePasskey: "(removed)",
  someApp: "(removed app)",
  failed: "Refused",
  told: {
    instance: {
      set_up: "This instance was set up with your account.",
    },
    user: {
      role_changed: "An administrator changed your role.",
      created:
        "{via, select, invitation {You created your account by an invitation.} other {You created your account.}}",
      changed: "An administrator changed your profile.",
      disabled: "An administrator disabled your account.",
      enabled: "An administrator enabled your account again.",
    },
    profile: {
      changed: "You changed your profile.",
    },
    passkey: {
      registered: "You added the passkey <passkey></passkey>.",
      registration_failed: "A passkey could not be added.",
      counter_regressed: "<passkey></passkey> may have been copied: its counter did not grow.",
      renamed: "You renamed the passkey “<from></from>” to “<to></to>”.",
      removed: "You removed the passkey <passkey></passkey>.",
      revoked: "An administrator revoked the passkey <passkey></passkey>.",
    },
    session: {
      created:
        "{method, select, passkey {Signed in with <passkey></passkey>.} recovery_code {Signed in with a recovery code.} recovery_link {Signed in with a one-time link of an administrator.} email_link {Signed in with a link from a mail.} device_approval {Signed in by approval from another browser.} other {Signed in.}}",
      upgraded: "You confirmed this sign-in with a new passkey.",
      ended:
        "{by, select, sign_out {You signed out.} sign_out_elsewhere {You signed another browser out.} too_many_accounts {You were signed out: one browser held too many accounts.} passkey_removed {A browser was signed out with the passkey that you removed.} passkey_revoked {A browser was signed out with the passkey that was revoked.} administrator {An administrator signed you out of a browser.} user_disabled {You were signed out, as your account was disabled.} other {A browser was signed out.}}",
    },
    sign_in: {
      failed:
        "{reason, select, user_disabled {A sign-in with <passkey></passkey> was refused: your account is disabled.} counter {A sign-in with <passkey></passkey> was refused: the passkey may have been copied.} credential_revoked {A sign-in with <passkey></passkey> was refused: that passkey was removed.} other {A sign-in with <passkey></passkey> did not succeed.}}",
    },
    device_approval: {
      approved: "You let another browser in.",
      denied: "You turned another browser away.",
      refused: "A browser that you had let in came too late or was refused.",
    },
    recovery_codes: {
      created: "You made new recovery codes.",
    },
    recovery: {
      failed: "An attempt to get into your account without a passkey was refused.",
    },
    step_up: {
      succeeded: "You confirmed with <passkey></passkey> that it’s you.",
      failed: "A confirmation that it’s you did not succeed.",
    },
    consent: {
      granted: "You allowed <app></app>.",
      denied: "You did not allow <app></app>.",
      revoked:
        "{self, select, yes {You took back what you had allowed <app></app>.} other {An administrator took back what you had allowed <app></app>.}}",
    },
    authorization: {
      issued: "Signed in to <app></app>.",
    },
    refresh_token: {
      replayed: "A token of <app></app> was used twice, so its access ended.",
    },
    code: {
      replayed: "A sign-in code for <app></app> was used twice, so its access ended.",
    },
    device: {
      code_refused: "You typed a device code that doesn’t work.",
      approved: "You connected a device to your account for <app></app>.",
      denied: "You turned a device for <app></app> away.",
    },
    group: {
      manager_added: "You manage the group <name></name> now.",
      manager_removed: "You no longer manage the group <name></name>.",
      member_added: "You joined the group <name></name>.",
      member_removed: "You left the group <name></name>.",
    },
    claim: {
      set: "An administrator set “<name></name>”, which apps may learn about you.",
      removed: "An administrator removed “<name></name>”, which apps could learn about you.",
    },
    data: {
      exported: "You took a copy of your data.",
    },
    email: {
      requested: "You asked for a link to confirm an e-mail address.",
      confirmed: "You confirmed your e-mail address.",
      withdrawn: "You withdrew the change of your e-mail address.",
    },
    recovery_link: {
      created: "An administrator made a one-time link into your account.",
    },
    sign_in_link: {
      requested:
        "{failed, select, yes {A sign-in link was asked for and not sent.} other {A sign-in link was sent to your e-mail address.}}",
    },
    api_key: {
      created: "The API key <name></name> was made in your name.",
      revoked: "The API key <name></name> was ended.",
    },
    outbox: {
      given_up: "A mail to you could not be delivered.",
    },
  },
} as const;

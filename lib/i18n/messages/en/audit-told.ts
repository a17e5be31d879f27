/** The events of the trail in sentences, for who reads what others did. Names are filled in where the tags stand. */
export const auditTold = {
  instance: { set_up: "<person></person> set this instance up." },
  set_up_link: { created: "<actor></actor> made a link to set this instance up." },
  invitation: {
    created:
      "{named, select, yes {<actor></actor> invited <name></name>.} other {<actor></actor> made an invitation.}}",
    revoked: "<actor></actor> withdrew an invitation.",
    used: "<person></person> used an invitation.",
  },
  users: { exported: "<actor></actor> exported the list of people." },
  user: {
    created:
      "{via, select, invitation {<person></person> created an account by an invitation.} set_up {<person></person> created the first account.} other {<person></person> created an account.}}",
    changed: "<actor></actor> changed the profile of <person></person>.",
    disabled: "<actor></actor> disabled the account of <person></person>.",
    enabled: "<actor></actor> enabled the account of <person></person> again.",
    deleted:
      "{self, select, yes {<actor></actor> deleted their own account.} other {<actor></actor> deleted the account of <person></person>.}}",
    role_changed:
      "<actor></actor> changed the role of <person></person> from “<from></from>” to “<to></to>”.",
  },
  profile: { changed: "<person></person> changed their profile." },
  data: { exported: "<actor></actor> took a copy of their data." },
  email: {
    requested: "<person></person> asked for a link to confirm an e-mail address.",
    confirmed: "<person></person> confirmed an e-mail address.",
    withdrawn: "<person></person> withdrew a new e-mail address.",
  },
  passkey: {
    registered: "<person></person> added the passkey <passkey></passkey>.",
    registration_failed:
      "{known, select, yes {<person></person> could not add a passkey.} other {A passkey could not be added.}}",
    counter_regressed:
      "The passkey <passkey></passkey> of <person></person> may have been copied: its counter did not grow.",
    renamed: "<person></person> renamed the passkey “<from></from>” to “<to></to>”.",
    removed: "<person></person> removed the passkey <passkey></passkey>.",
    revoked: "<actor></actor> revoked the passkey <passkey></passkey> of <person></person>.",
  },
  conformance: {
    registered: "The conformance tool added a passkey.",
    registration_failed: "A passkey of the conformance tool was refused.",
    assertion_verified: "The conformance tool signed in.",
    assertion_failed: "A sign-in of the conformance tool was refused.",
  },
  session: {
    created:
      "{method, select, passkey {<person></person> signed in with <passkey></passkey>.} recovery_code {<person></person> signed in with a recovery code.} recovery_link {<person></person> signed in with a recovery link.} email_link {<person></person> signed in with a link from a mail.} device_approval {<person></person> signed in by approval from another browser.} other {<person></person> signed in.}}",
    upgraded: "<person></person> confirmed a sign-in with the new passkey <passkey></passkey>.",
    ended:
      "{by, select, sign_out {<person></person> signed out.} sign_out_elsewhere {<person></person> signed another browser out.} too_many_accounts {<person></person> was signed out: one browser held too many accounts.} passkey_removed {<person></person> was signed out of a browser with the passkey that was removed.} passkey_revoked {<person></person> was signed out of a browser with the passkey that was revoked.} administrator {<actor></actor> signed <person></person> out of a browser.} user_disabled {<person></person> was signed out, as the account was disabled.} account_deleted {<person></person> was signed out, as the account was deleted.} app_revoked {<person></person> was signed out of an app whose access ended.} other {<person></person> was signed out.}}",
  },
  sign_in: {
    failed: "{known, select, yes {A sign-in of <person></person> failed.} other {A sign-in failed.}}",
  },
  device_approval: {
    requested: "A browser asked to be let in from another one.",
    approved: "<person></person> let another browser in.",
    denied: "<person></person> turned another browser away.",
    refused: "A browser that <person></person> had let in came too late or was refused.",
  },
  recovery_codes: { created: "<person></person> made new recovery codes." },
  recovery_link: { created: "<actor></actor> made a recovery link for <person></person>." },
  sign_in_link: {
    requested:
      "{failed, select, yes {A sign-in link was asked for and not sent.} other {A sign-in link was mailed to <person></person>.}}",
  },
  recovery: {
    failed:
      "{known, select, yes {An attempt to recover the account of <person></person> failed.} other {An attempt to recover an account failed.}}",
  },
  step_up: {
    succeeded: "<person></person> confirmed with <passkey></passkey> who they are.",
    failed:
      "{known, select, yes {A confirmation by <person></person> failed.} other {A confirmation by passkey failed.}}",
  },
  client: {
    test_finished:
      "{failed, select, yes {A test sign-in to <app></app> by <actor></actor> did not succeed.} other {<actor></actor> tested the sign-in to <app></app>.}}",
    test_begun: "<actor></actor> began a test sign-in to <app></app>.",
    logo_removed: "<actor></actor> removed the logo of <app></app>.",
    logo_set: "<actor></actor> gave <app></app> a new logo.",
    created: "<actor></actor> added the app <app></app>.",
    updated: "<actor></actor> changed the app <app></app>.",
    disabled: "<actor></actor> disabled the app <app></app>.",
    enabled: "<actor></actor> enabled the app <app></app> again.",
    deleted: "<actor></actor> deleted the app <app></app>.",
    groups_changed: "<actor></actor> changed which groups may use <app></app>.",
    secret_added: "<actor></actor> made a new secret for <app></app>.",
    secret_removed: "<actor></actor> removed a secret of <app></app>.",
    registration_refused: "An app could not register itself.",
    document_refused: "The description of <app></app> could not be used.",
    authentication_failed: "<app></app> could not prove that it is this app.",
  },
  registration_token: {
    created: "<actor></actor> made the token <name></name>, by which apps register themselves.",
    removed: "<actor></actor> removed the token <name></name>, by which apps registered themselves.",
  },
  consent: {
    granted: "<person></person> allowed <app></app>.",
    denied:
      "{known, select, yes {<person></person> did not allow <app></app>.} other {<app></app> was not allowed.}}",
    revoked:
      "{self, select, yes {<person></person> took back what <app></app> was allowed.} other {<actor></actor> took back what <person></person> had allowed <app></app>.}}",
  },
  authorization: {
    issued: "<person></person> signed in to <app></app>.",
    refused:
      "{known, select, yes {A sign-in of <person></person> to <app></app> was refused.} other {A sign-in to <app></app> was refused.}}",
  },
  token: {
    issued:
      "{known, select, yes {<app></app> got tokens for <person></person>.} other {<app></app> got a token of its own.}}",
    refused: "<app></app> asked for tokens and got none.",
    revoked: "<app></app> ended a token.",
  },
  refresh_token: {
    replayed: "A refresh token of <app></app> was used twice, so its access for <person></person> ended.",
  },
  code: {
    replayed:
      "{known, select, yes {A sign-in code of <person></person> for <app></app> was used twice, so its access ended.} other {A sign-in code for <app></app> was used twice.}}",
  },
  device: {
    requested: "A device asked to be connected for <app></app>.",
    refused: "A device that asked to be connected for <app></app> was refused.",
    code_refused:
      "{known, select, yes {<person></person> typed a device code that does not work.} other {Somebody typed a device code that does not work.}}",
    approved: "<person></person> connected a device for <app></app>.",
    denied: "<person></person> turned a device for <app></app> away.",
  },
  signing_key: {
    created: "<actor></actor> made the signing key <kid></kid>.",
    activated: "The signing key <kid></kid> signs from now on.",
    rotation_requested: "<actor></actor> asked for new signing keys.",
    retired: "The signing key <kid></kid> has retired.",
    revoked: "<actor></actor> revoked the signing key <kid></kid>.",
  },
  metadata: {
    loaded: "New metadata of authenticators was loaded.",
    refused: "New metadata of authenticators was refused.",
  },
  settings: { changed: "<actor></actor> changed how people sign up and in." },
  attestation_policy: { changed: "<actor></actor> changed which passkeys are allowed." },
  group: {
    created: "<actor></actor> created the group <group></group>.",
    changed: "<actor></actor> changed the group <group></group>.",
    deleted: "<actor></actor> deleted the group <group></group>.",
    manager_added: "<actor></actor> let <person></person> manage the group <group></group>.",
    manager_removed: "<actor></actor> no longer lets <person></person> manage the group <group></group>.",
    member_added:
      "{self, select, yes {<person></person> joined the group <group></group>.} other {<actor></actor> added <person></person> to the group <group></group>.}}",
    member_removed:
      "{self, select, yes {<person></person> left the group <group></group>.} other {<actor></actor> removed <person></person> from the group <group></group>.}}",
  },
  claim: {
    set: "{known, select, yes {<actor></actor> set the claim <name></name> of <person></person>.} other {<actor></actor> set the claim <name></name> of the group <group></group>.}}",
    removed:
      "{known, select, yes {<actor></actor> removed the claim <name></name> of <person></person>.} other {<actor></actor> removed the claim <name></name> of the group <group></group>.}}",
  },
  branding: {
    reset: "<actor></actor> took this instance back to its first look.",
    image_removed: "<actor></actor> removed a picture of how this instance looks.",
    image_set: "<actor></actor> set a picture of how this instance looks.",
    changed: "<actor></actor> changed how this instance looks.",
  },
  mail: {
    tested:
      "{failed, select, yes {<actor></actor> sent a test mail, which was not taken.} other {<actor></actor> sent a test mail.}}",
  },
  outbox: {
    given_up:
      "{known, select, yes {A message to <person></person> could not be delivered.} other {A message could not be delivered.}}",
    retried: "<actor></actor> let a mail be tried again.",
    discarded: "<actor></actor> dropped a mail that had not arrived.",
  },
  api_key: {
    created: "<actor></actor> made the API key <name></name>.",
    revoked: "<actor></actor> ended the API key <name></name>.",
  },
  audit: { exported: "<actor></actor> exported the audit log." },
  list: {
    exported:
      "<actor></actor> exported {list, select, passkeys {the list of passkeys} sessions {the list of sessions} groups {the list of groups} apps {the list of apps} other {a list}}.",
  },
  rate_limit: { exceeded: "Too many requests came from one address." },
} as const;

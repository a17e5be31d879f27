/** The first page of the account. */
export const overview = {
  attention: "For your security",
  advice: {
    counterTitle: "Look at {passkey}",
    counterBody:
      "Its counter did not grow at a sign-in, so it may have been copied. If you don’t know why, remove it and make another one.",
    counterAction: "See your passkeys",
    passkeyAction: "Add a passkey",
    codesTitle: "Make recovery codes",
    codesBody: "They let you in when all your passkeys are lost. Keep them on paper, away from your devices.",
    codesLeftTitle:
      "{left, plural, one {Only # recovery code is left} other {Only # recovery codes are left}}",
    codesLeftBody: "Make a new set before the last one is used. The old codes end with it.",
    codesAction: "Recovery codes",
    emailTitle: "Confirm your e-mail address",
    emailBody: "Notices about your account go to {email}, and nobody has shown yet that it is yours.",
    emailAction: "Go to your profile",
  },
  apps: "Your apps",
  appsEmpty: "Apps that you can open with this account will stand here.",
  used: "Used {relative}",
  notUsed: "Not used yet",
  signIns: "Recent sign-ins",
  allActivity: "All activity",
  glance: "At a glance",
  appCount: "{count, plural, one {# app has access} other {# apps have access}}",
} as const;

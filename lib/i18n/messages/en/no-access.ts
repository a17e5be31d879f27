/** Why an app may not be used. */
export const noAccess = {
  title: "No access to {app}",
  pageTitle: "No access",
  group: "Your account isn’t in a group that can use {app}.",
  groupHelp: "Ask whoever runs {instance} to add you, or use another account.",
  user_verification: "{app} asks for a passkey that checks your fingerprint, face or PIN.",
  user_verificationHelp: "The one you used did not check. Try again, or use another passkey.",
  device_bound: "{app} asks for a passkey that can’t leave its device, such as one on a security key.",
  device_boundHelp: "The one you used is synced between devices. Use another passkey.",
  account: "Signed in as",
  anotherPasskey: "Use another passkey",
  anotherAccount: "Use another account",
  back: "Go back to {app}",
} as const;

/** Signing in. */
export const signIn = {
  title: "Sign in",
  lead: "Use the passkey on this device, your phone or a security key.",
  toApp: "Continue to {app}",
  toAppLead: "{app} asks you to sign in with {instance}.",
  again: "Confirm it’s you",
  againLead: "{app} asks you to sign in again, although you are signed in already.",
  anotherPasskey: "Use another passkey",
  device_bound:
    "{app} needs a passkey that can’t leave its device, such as one on a security key, and the one you used is synced.",
  user_verification:
    "{app} needs a sign-in that checks your fingerprint, face or PIN, and your last one did not.",
  signedInAs: "You are signed in as {name}. Another passkey adds its account and shows that one.",
  button: "Sign in with a passkey",
  hint: "Your device asks for your fingerprint, face or PIN.",
  or: "or",
  fieldLabel: "E-mail address",
  fieldHint: "Your browser lists your saved passkeys in this field.",
  otherWays: "Other ways",
  otherWaysBody: "No passkey on this device? Use your phone: your browser shows a QR code.",
  usePhone: "Use your phone",
  useSecurityKey: "Use a security key",
  noAccount: "New here?",
  createAccount: "Create an account",
  invite: "No account yet? {instance} takes new people by invitation. Ask whoever runs it.",
  closed: "No account yet? Sign-up is closed. Ask whoever runs {instance}.",
  expired:
    "The app’s request to sign in has expired. Go back to the app and start again, or sign in here to reach your account.",
} as const;

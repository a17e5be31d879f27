/** Signing out. */
export const signOut = {
  title: "Sign out?",
  lead: "You are signed in as {name}.",
  fromApp: "{app} asks to sign you out of {instance}.",
  consequence: "Apps that you opened with {instance} may keep you signed in until you sign out there.",
  confirm: "Sign out",
  stay: "Stay signed in",
  doneTitle: "You’re signed out",
  doneBody: "Your session in this browser has ended. Your passkeys stay where they are.",
  signInAgain: "Sign in again",
  all: "Sign out of all accounts here",
  stillSignedIn: "<name></name> is still signed in in this browser.",
  goOn: "Go on with that account",
  next: "Sign out of it too",
  framesTitle: "Signing you out",
  framesBody: "Your session here has ended. Your apps are being told, which takes a few seconds.",
  framesContinue: "Continue",
} as const;

/** Opening an account. */
export const signUp = {
  title: "Create your account",
  lead: "Your device creates the key. Your fingerprint or face never leaves it.",
  displayName: "Your name",
  displayNameHint: "How apps and other people see you.",
  emailHint: "You sign in with a passkey; the address tells accounts apart.",
  button: "Create your passkey",
  hint: "Your browser asks where to keep the passkey.",
  haveAccount: "Already have an account?",
  signIn: "Sign in",
  closedTitle: "Sign-up is not open",
  inviteTitle: "By invitation only",
  closedBody: "{instance} takes no new accounts at the moment.",
  inviteBody: "{instance} takes new people by invitation.",
  askBody:
    "Ask whoever runs it: the person or the company that gave you this address can make an account for you.",
  alreadySignedIn: "You are signed in as {name}. A new account is added to this browser and shown instead.",
} as const;

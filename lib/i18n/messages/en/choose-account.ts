/** Choosing among the accounts of a browser. */
export const chooseAccount = {
  title: "Choose an account",
  toApp: "Choose an account for {app}",
  lead: "You are signed in with these accounts in this browser.",
  leadOne: "You are signed in with this account in this browser.",
  current: "In use now",
  hinted: "Suggested by the app",
  another: "Use another account",
} as const;

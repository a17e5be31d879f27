/** An account that an administrator has shut. */
export const disabledAccount = {
  title: "This account is disabled",
  body: "Your passkey is right, but nobody can sign in to this account at the moment.",
  help: "Ask whoever runs {instance}: the person or company that gave you this address can enable it again.",
  another: "Use another account",
} as const;

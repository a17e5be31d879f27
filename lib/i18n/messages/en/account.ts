/** The account's overview. */
export const account = {
  title: "Your account",
  navLabel: "Account",
  areas: { security: "Security", you: "You" },
  pages: {
    overview: "Overview",
    apps: "Apps",
    passkeys: "Passkeys",
    recoveryCodes: "Recovery codes",
    sessions: "Sessions",
    activity: "Activity",
  },
  greeting: "Hello, <name></name>",
  lead: "You sign in with passkeys. There is no password to forget or to steal.",
  roles: { user: "Member", auditor: "Auditor", helpdesk: "Help desk", admin: "Administrator" },
  signOut: "Sign out",
} as const;

/** The list of people in the administration. */
export const adminUsers = {
  title: "Users",
  lead: "Everybody who has an account here.",
  caption: "Users",
  name: "Name",
  role: "Role",
  status: "Status",
  passkeys: "Passkeys",
  seen: "Last signed in",
  created: "Joined",
  searchLabel: "Name or e-mail address",
  anyRole: "Any role",
  anyStatus: "Any status",
  roles: {
    user: "User",
    auditor: "Auditor",
    helpdesk: "Helpdesk",
    admin: "Administrator",
  },
  states: {
    active: "Active",
    disabled: "Disabled",
    never_seen: "Never signed in",
    no_passkey: "Without a passkey",
    one_passkey: "With one passkey only",
  },
} as const;

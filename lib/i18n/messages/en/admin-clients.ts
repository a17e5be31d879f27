/** The list of apps in the administration. */
export const adminClients = {
  title: "Apps",
  lead: "What people sign in to through this instance.",
  add: "Add an app",
  searchLabel: "Name or client ID",
  name: "Name",
  kind: "Kind",
  groups: "Who may use it",
  everybody: "Everybody",
  lastError: "Last error",
  noError: "None",
  state: "Status",
  source: "Registered by",
  anyState: "Any status",
  anySource: "Any source",
  empty: "No apps yet",
  emptyBody: "Add the first one: pick what it is, say where it runs, and copy the settings into it.",
  kinds: {
    public: "Public",
    confidential: "Confidential",
    service: "Machine",
  },
  states: {
    enabled: "Enabled",
    disabled: "Disabled",
  },
  sources: {
    manual: "An administrator",
    dynamic: "The app itself",
    metadata_document: "Its own document",
  },
} as const;

/** What is done to many rows of a table at once. */
export const adminBulk = {
  label: "Change what is selected",
  what: "What to do",
  apply: "Do it",
  clear: "Clear the selection",
  confirm: "Go ahead",
  stop: "Stop",
  undo: "Undo",
  progress: "{past} of {total}",
  unchanged: "As before: {count}",
  all: "Select all {count, number} that match",
  allFirst: "Select the first {count, number} that match",
  disable: "Disable",
  disableBody:
    "They are signed out everywhere at once, and cannot sign in any more. Undoing it brings no session back.",
  enable: "Enable",
  enableBody: "They can sign in again.",
  endSessions: "End their sessions",
  endSessionsBody: "They are signed out on all their devices and of all apps.",
  group: "Group",
  groupBody: "What the group lets its members do changes at once.",
  addToGroup: "Add to a group",
  removeFromGroup: "Remove from a group",
  removeMembers: "Remove from the group",
  disableApps:
    "Nobody can sign in to them any more, and their tokens end at once. Enabling them again brings no token back.",
  enableApps: "People can sign in to them again.",
} as const;

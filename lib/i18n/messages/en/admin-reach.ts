/** Ways through the administration by keyboard, and lists as files. */
export const adminReach = {
  palette: {
    open: "Go to…",
    title: "Go to a page, person, group or app",
    placeholder: "Name or e-mail address",
    none: "Nothing matches.",
    searching: "Searching…",
    found: "Found: {count}",
    failed: "The search did not work. Try again.",
  },
  keys: {
    button: "Keyboard",
    title: "Keyboard shortcuts",
    lead: "In lists, while you are not writing.",
    use: "Use single keys",
    search: "Go to the search",
    move: "Next and previous row",
    select: "Select the row",
    open: "Open the row",
    help: "Show this",
    palette: "Go to anything",
  },
  export: {
    csv: "CSV",
    jsonl: "JSON Lines",
    label: "Export what matches",
    as: "Export what matches as {format}",
    running: "Entries: {count} · {size}",
    done: "Exported. Entries: {count} · {size}",
  },
} as const;

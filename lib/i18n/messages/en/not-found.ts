/** No page at an address. */
export const notFound = {
  title: "Nothing here",
  body: "There is no page at this address. It may have moved, or the link is incomplete.",
  home: "Go to your account",
} as const;

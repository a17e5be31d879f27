/** A page failed. The document carries these words in its own language; the English ones are also in the browser's script. */
export const failure = {
  title: "Something went wrong",
  body: "The fault is on our side, and it has been noted. Try again; if it stays, tell whoever runs this address.",
  retry: "Try again",
  home: "Go to your account",
  reference: "Reference",
} as const;

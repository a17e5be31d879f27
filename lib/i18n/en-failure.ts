/**
 * The words of the error screens, apart from the catalogue: those screens run in the browser when the server
 * could not render, so these few lines are all that reaches the client bundle.
 */
export const enFailure = {
  title: "Something went wrong",
  body: "The fault is on our side, and it has been noted. Try again; if it stays, tell whoever runs this address.",
  retry: "Try again",
  home: "Go to your account",
  reference: "Reference",
} as const;

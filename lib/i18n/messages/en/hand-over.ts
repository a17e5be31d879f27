/** The page between a form and the app. */
export const handOver = {
  title: "Taking you back",
  body: "You return to {host}.",
  bodyNative: "You return to the app.",
  continue: "Continue",
} as const;

/** What several screens say. */
export const common = {
  backToSignIn: "Back to sign-in",
  email: "E-mail address",
  emailExample: "ana@example.com",
  expiredRequest: "This request has expired",
  expiredRequestBody: "It was open too long, or it was already answered. Go back to the app and start again.",
  footerLinks: "Links",
  help: "Help:",
  noScriptTitle: "JavaScript is off",
  noScript:
    "Passkeys need JavaScript: the browser only talks to your device through it. Turn it on for this address, then reload.",
  skipToContent: "Skip to the content",
} as const;

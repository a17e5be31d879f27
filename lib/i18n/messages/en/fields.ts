/** What is wrong with a field. */
export const fields = {
  emailMissing: "Enter your e-mail address.",
  emailInvalid: "Enter an e-mail address such as ana@example.com.",
  nameMissing: "Enter your name.",
  nameInvalid: "Use at most 64 characters.",
} as const;

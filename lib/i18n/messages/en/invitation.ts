/** Signing up by invitation. */
export const invitation = {
  title: "Your invitation to {instance}",
  lead: "Create your account. Your device creates the key; your fingerprint or face never leaves it.",
  from: "{name} invites you.",
  until: "The invitation is good until <when></when>.",
  emailHint: "The invitation is for this address.",
  invalidTitle: "This invitation doesn’t work",
  invalidBody: "It was used or taken back, or it has expired. Ask whoever invited you for a new one.",
  doneAlready: "If you have made your account with it, sign in.",
} as const;

/** The issuer’s signing keys in the administration. */
export const adminSigningKeys = {
  title: "Signing keys",
  lead: "With these Latchkey signs what it tells apps. They change by themselves.",
  algorithms: {
    RS256: "RSA. What every app understands.",
    ES256: "ECDSA on P-256. Shorter, for apps that ask for it.",
    EdDSA: "Ed25519. The most modern, for apps that ask for it.",
  },
  states: {
    next: "Next",
    active: "Signs",
    retiring: "Retiring",
    retired: "Retired",
    revoked: "Revoked",
  },
  isNext: "Published since <when></when>, so that apps know it; may sign from <from></from>.",
  isActive: "Signs since <when></when>. Hands over by schedule on <until></until>.",
  isHandingOver: "Signs since <when></when>. Was asked to hand over, and does on <until></until>.",
  isRetiring:
    "Signed until <when></when>. Stays published until <until></until>, when the last token that it signed has expired.",
  isRetired: "Signed from <when></when>, and was taken down on <until></until>.",
  wasRevoked: "Revoked on <when></when>. Nothing that it signed is believed.",
  retired: "{count, plural, one {# key of the past} other {# keys of the past}}",
  rotate: "Rotate now",
  rotateTitle: "Let the next keys take over?",
  rotateBody:
    "Nobody is signed out, and tokens stay good. A next key that apps may not know yet takes over as soon as it has been published long enough.",
  which: "Which",
  allAlgorithms: "All algorithms",
  revoke: "Revoke",
  revokeNamed: "Revoke {kid}",
  revokeTitle: "Revoke the key {kid}?",
  revokeBody:
    "For a key that somebody else may have. Within minutes apps refuse every token that it signed, and people sign in to them anew. This cannot be undone.",
  revokeRetired:
    "It signs nothing any more. Revoking it notes that nothing it signed may be believed. This cannot be undone.",
  effects: "What a change does to apps",
  bySchedule:
    "{days, plural, one {Each key signs for # day; then the next one takes over.} other {Each key signs for # days; then the next one takes over.}} Both are published long before and after.",
  appsFetch: "Apps fetch the keys by themselves and notice nothing. Sign-ins and tokens go on.",
  appsPinned:
    "An app into which a key was pasted by hand fails at the change: let it use the address below instead.",
  whenToRevoke: "Revoke only when a key may have leaked. To change keys in peace, rotate.",
  published: "See what is published (JWKS)",
} as const;

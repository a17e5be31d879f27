/** Every code an operation can refuse with, its HTTP status, and the words that say what to do next. */
export const errorTable = {
  VALIDATION_ERROR: { status: 400, message: "Some fields are not valid. See details." },
  INVALID_REQUEST: { status: 400, message: "The request is malformed." },
  INVALID_CHALLENGE: {
    status: 400,
    message: "This challenge is unknown, was already used, or belongs to another ceremony. Start again.",
  },
  CHALLENGE_EXPIRED: { status: 400, message: "This challenge has expired. Start again." },
  MISSING_CHALLENGE: { status: 400, message: "The response carries no challenge. Start again." },
  INVALID_ATTESTATION: { status: 401, message: "The new passkey could not be verified. Try again." },
  INVALID_SIGNATURE: { status: 401, message: "The passkey could not be verified. Try again." },
  AUTHENTICATION_FAILED: { status: 401, message: "Sign-in failed. Try again, or use another passkey." },
  COUNTER_REGRESSION: {
    status: 401,
    message: "This passkey may have been copied and was refused. Ask your administrator.",
  },
  INVALID_PICTURE: { status: 400, message: "The picture is broken. Save it anew, or choose another." },
  LOGO_UNREACHABLE: {
    status: 409,
    message: "The app names no logo, or none could be loaded from its address. Send the file instead.",
  },
  UNAUTHENTICATED: { status: 401, message: "Sign in first." },
  STEP_UP_REQUIRED: { status: 401, message: "Confirm that it is you with a passkey, then repeat this." },
  FORBIDDEN: { status: 403, message: "You may not do this." },
  CROSS_ORIGIN: { status: 403, message: "This call must come from a page of this site." },
  USER_DISABLED: { status: 403, message: "This account is disabled. Ask your administrator." },
  SIGN_UP_CLOSED: {
    status: 403,
    message: "Sign-up is not open here. Ask your administrator for an account.",
  },
  ATTESTATION_NOT_ALLOWED: { status: 403, message: "This kind of authenticator is not allowed here." },
  APPROVAL_NOT_ALLOWED: {
    status: 403,
    message: "Your role needs a passkey in the browser itself. Use your phone or a security key there.",
  },
  APPROVAL_REFUSED: {
    status: 403,
    message: "This sign-in was not approved, or the approval counts no more. Start again.",
  },
  USER_NOT_FOUND: { status: 404, message: "There is no such user." },
  CREDENTIAL_NOT_FOUND: { status: 404, message: "There is no such passkey." },
  SESSION_NOT_FOUND: { status: 404, message: "There is no such session, or it has ended already." },
  CLIENT_NOT_FOUND: { status: 404, message: "There is no such client." },
  GRANT_NOT_FOUND: { status: 404, message: "This app has no access that could be taken back." },
  GROUP_NOT_FOUND: { status: 404, message: "There is no such group." },
  APPROVAL_NOT_FOUND: {
    status: 404,
    message: "No browser waits with this code. It may have expired, or it was answered already.",
  },
  NOT_FOUND: { status: 404, message: "There is nothing at this address." },
  METHOD_NOT_ALLOWED: {
    status: 405,
    message: "This address does not take this method. See the Allow header.",
  },
  USER_EXISTS: { status: 409, message: "This name is taken. Sign in instead, or choose another." },
  GROUP_EXISTS: { status: 409, message: "A group with this name exists already. Choose another name." },
  DUPLICATE_CREDENTIAL: { status: 409, message: "This passkey is already registered." },
  CREDENTIAL_LIMIT: { status: 409, message: "You have as many passkeys as allowed. Remove one first." },
  LAST_CREDENTIAL: { status: 409, message: "This is your only way in. Add another passkey first." },
  LAST_ADMINISTRATOR: {
    status: 409,
    message:
      "Nobody else could administer this installation then. Make somebody else an administrator first.",
  },
  APPROVAL_PENDING: { status: 409, message: "Nobody has approved this yet. Approve it, then try again." },
  CONFLICT: { status: 409, message: "Somebody changed this meanwhile. Reload and try again." },
  PRECONDITION_FAILED: {
    status: 412,
    message: "Somebody changed this since you read it. Read it again, then decide.",
  },
  PAYLOAD_TOO_LARGE: { status: 413, message: "The body is larger than 64 KiB." },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: "The body has an unsupported Content-Type." },
  RATE_LIMIT_EXCEEDED: { status: 429, message: "Too many requests. Wait as long as Retry-After says." },
  INTERNAL_ERROR: {
    status: 500,
    message: "Something went wrong on our side. The request id finds it in the log.",
  },
  SERVICE_UNAVAILABLE: { status: 503, message: "The service is not available right now. Try again shortly." },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof errorTable;

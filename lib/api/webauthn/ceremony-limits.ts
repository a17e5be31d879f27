/** How the ceremony endpoints count: failures have a bucket of their own, and a spent one closes them. */
import type { ErrorCode } from "#lib/errors/codes.ts";

/** Refusals that somebody who guesses or replays would collect; an honest slip of the policy is none. */
const countedRefusals: readonly ErrorCode[] = [
  "MISSING_CHALLENGE",
  "INVALID_CHALLENGE",
  "INVALID_ATTESTATION",
  "INVALID_SIGNATURE",
  "AUTHENTICATION_FAILED",
  "COUNTER_REGRESSION",
  "USER_DISABLED",
  "FORBIDDEN",
];

export const ceremonyLimits = {
  guardedBy: ["ceremony_failure"],
  failureCost: { scope: "ceremony_failure", codes: countedRefusals },
} as const;

/** What went wrong in a ceremony → which words to show. Never guesses that the person refused on purpose. */
import { ApiFailure } from "./call-api.ts";

export type FailureReason =
  | "notUsed"
  | "notCreated"
  | "timedOut"
  | "wrongAddress"
  | "needsVerification"
  | "provider"
  | "unsupported"
  | "refused"
  | "disabled"
  | "copied"
  | "notAllowed"
  | "rateLimited"
  | "offline"
  | "server"
  | "unavailable"
  | "signedOut"
  | "limit"
  | "nameTaken"
  | "invalid"
  | "closed"
  | "linkSpent"
  | "gone"
  | "onlyWayIn";

export interface Failure {
  readonly reason: FailureReason;
  /** Finds the request in the server's log. */
  readonly reference?: string;
  readonly retryAfterSeconds?: number;
  /** Which authenticator will do: only the server knows the policy and the models' names. */
  readonly explanation?: string;
}

/** `alreadyRegistered` is the good end of a registration; `superseded` is to be passed over in silence. */
export type Outcome = Failure | "alreadyRegistered" | "superseded";

export interface CeremonyFacts {
  readonly kind: "get" | "create";
  readonly elapsedMs: number;
  readonly timeoutMs: number;
  /** Of the page, for faults that no call to the server has a reference of. */
  readonly pageReference?: string | undefined;
}

/** Codes of the JSON API that have words of their own; the rest is "our side". */
const serverReasons: Readonly<Record<string, FailureReason>> = {
  AUTHENTICATION_FAILED: "refused",
  INVALID_SIGNATURE: "refused",
  CREDENTIAL_NOT_FOUND: "gone",
  LAST_CREDENTIAL: "onlyWayIn",
  USER_DISABLED: "disabled",
  COUNTER_REGRESSION: "copied",
  INVALID_ATTESTATION: "notAllowed",
  ATTESTATION_NOT_ALLOWED: "notAllowed",
  RATE_LIMIT_EXCEEDED: "rateLimited",
  SERVICE_UNAVAILABLE: "unavailable",
  UNAUTHENTICATED: "signedOut",
  CREDENTIAL_LIMIT: "limit",
  USER_EXISTS: "nameTaken",
  VALIDATION_ERROR: "invalid",
  SIGN_UP_CLOSED: "closed",
  // What an anonymous page may not do is come by a link that is spent: a set-up link or an invitation.
  FORBIDDEN: "linkSpent",
  CROSS_ORIGIN: "wrongAddress",
  INVALID_CHALLENGE: "timedOut",
  CHALLENGE_EXPIRED: "timedOut",
};

/** Errors of which the reference is of use to whoever runs the instance. */
const worthAReference = new Set<FailureReason>(["server", "unavailable", "refused", "notAllowed", "copied"]);

export function explainFailure(error: unknown, facts: CeremonyFacts): Outcome {
  if (error instanceof ApiFailure) return explainApiFailure(error);
  switch (nameOf(error)) {
    case "AbortError":
      return "superseded";
    case "InvalidStateError":
      return facts.kind === "create" ? "alreadyRegistered" : providerFailure(facts);
    case "NotAllowedError":
    case "TimeoutError":
      // The browser gives one name to a dismissal, a timeout and a missing passkey; only the clock tells some apart.
      if (facts.elapsedMs >= facts.timeoutMs - 1000) return { reason: "timedOut" };
      return { reason: facts.kind === "create" ? "notCreated" : "notUsed" };
    case "SecurityError":
      return { reason: "wrongAddress" };
    case "NotSupportedError":
    case "ConstraintError":
      return { reason: "needsVerification" };
    default:
      return providerFailure(facts);
  }
}

function providerFailure({ pageReference }: CeremonyFacts): Failure {
  return { reason: "provider", ...(pageReference ? { reference: pageReference } : {}) };
}

function explainApiFailure(error: ApiFailure): Failure {
  if (error.code === "OFFLINE") return { reason: "offline" };
  const reason = serverReasons[error.code] ?? "server";
  return {
    reason,
    ...(error.requestId !== "" && worthAReference.has(reason) ? { reference: error.requestId } : {}),
    ...(error.code === "ATTESTATION_NOT_ALLOWED" ? { explanation: error.explanation } : {}),
    ...(error.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: error.retryAfterSeconds }),
  };
}

function nameOf(error: unknown): string {
  return typeof error === "object" && error !== null && "name" in error ? String(error.name) : "";
}

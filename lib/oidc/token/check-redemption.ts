/** Whether a code that was just consumed may be turned into tokens. */
import type { ConsumedCode } from "../tokens/store.ts";
import { codeVerifierProblem } from "./check-code-verifier.ts";

export interface Redemption {
  readonly code: string;
  readonly redirectUri: string | undefined;
  readonly codeVerifier: string | undefined;
  /** Those of the request that this access token is for; none: all of them (RFC 8707 section 2.2). */
  readonly resources: readonly string[];
  /** Thumbprint of the key that the request proved to hold (RFC 9449). */
  readonly dpopJkt: string | undefined;
}

/** The reason to refuse, in the words of the audit trail, or undefined. */
export function redemptionProblem(
  consumed: ConsumedCode,
  presented: Pick<Redemption, "redirectUri" | "codeVerifier" | "dpopJkt">,
  now: Date,
): string | undefined {
  const { code } = consumed;
  if (code.expiresAt.getTime() <= now.getTime()) return "code_expired";
  // RFC 6749 section 4.1.3: identical to the one of the authorization request.
  if (presented.redirectUri !== code.redirectUri) return "wrong_redirect_uri";
  const verifier = codeVerifierProblem(code.codeChallenge, presented.codeVerifier);
  if (verifier !== undefined) return verifier;
  // RFC 9449 section 10.
  if (code.dpopJkt !== null && code.dpopJkt !== presented.dpopJkt) return "wrong_dpop_key";
  if (consumed.userStatus !== "active") return "user_disabled";
  if (consumed.sessionRevokedAt !== null || consumed.sessionExpiresAt.getTime() <= now.getTime())
    return "session_ended";
  return undefined;
}

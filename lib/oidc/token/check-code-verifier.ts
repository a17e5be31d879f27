/** Proves that the redeemer of a code is who asked for it (RFC 7636 section 4.6). */
import { constantTimeEqual, sha256 } from "#lib/crypto/hash.ts";

/** A reason to refuse, or undefined. A verifier without a challenge is refused too: PKCE was stripped on the way. */
export function codeVerifierProblem(
  challenge: string | null,
  verifier: string | undefined,
): string | undefined {
  if (challenge === null) return verifier === undefined ? undefined : "unexpected_verifier";
  if (verifier === undefined) return "missing_verifier";
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return "wrong_verifier";
  const expected = Buffer.from(challenge, "base64url");
  return constantTimeEqual(expected, sha256(verifier)) ? undefined : "wrong_verifier";
}

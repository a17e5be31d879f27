/** Recognises a JWT that this issuer has signed. */
import { compactVerify, type JWTPayload } from "jose";
import { loadSigningKeys } from "./load-signing-keys.ts";
import { signingAlgorithmSchema } from "./schema.ts";
import type { KeyRuntime } from "./signing-key-set.ts";

/**
 * The payload, or undefined unless one of our keys signed it, none that was revoked, with its own algorithm and as this
 * very `typ`: no kind of token passes for another.
 * Looks at no time claim: an expired ID Token is still a valid hint (RP-Initiated Logout 1.0 section 2).
 */
export async function verifyOwnJwt(
  runtime: KeyRuntime,
  token: string,
  { typ }: { readonly typ: string },
): Promise<JWTPayload | undefined> {
  const { findKey } = await loadSigningKeys(runtime);
  try {
    const { payload, protectedHeader } = await compactVerify(token, findKey, {
      algorithms: signingAlgorithmSchema.options,
    });
    if (protectedHeader.typ !== typ || protectedHeader.kid === undefined) return undefined;
    return JSON.parse(Buffer.from(payload).toString("utf8")) as JWTPayload;
  } catch (error) {
    if (isJoseError(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * By its code: the keys are kept for the whole process, and pages are bundled apart from the server, so that the error
 * may be of another copy's class.
 */
function isJoseError(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^ERR_J[A-Z]+_/.test(String(error.code));
}

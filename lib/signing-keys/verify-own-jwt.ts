/** Recognises a JWT that this issuer has signed. */
import { compactVerify, errors, type JWTPayload } from "jose";
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
    if (error instanceof errors.JOSEError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

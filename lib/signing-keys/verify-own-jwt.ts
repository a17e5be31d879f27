/** Recognises a JWT that this issuer has signed. */
import { compactVerify, createLocalJWKSet, errors, type JWTPayload } from "jose";
import type { Runtime } from "#lib/context/context.ts";
import { loadSigningKeys } from "./load-signing-keys.ts";

/**
 * The payload, or undefined unless one of our keys signed it as RS256 with `typ: JWT`.
 * Looks at no time claim: an expired ID Token is still a valid hint (RP-Initiated Logout 1.0 section 2).
 */
export async function verifyOwnJwt(
  runtime: Pick<Runtime, "db" | "keyring">,
  token: string,
): Promise<JWTPayload | undefined> {
  const { known } = await loadSigningKeys(runtime);
  try {
    const { payload, protectedHeader } = await compactVerify(token, createLocalJWKSet({ keys: [...known] }), {
      algorithms: ["RS256"],
    });
    if (protectedHeader.typ !== "JWT" || protectedHeader.kid === undefined) return undefined;
    return JSON.parse(Buffer.from(payload).toString("utf8")) as JWTPayload;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

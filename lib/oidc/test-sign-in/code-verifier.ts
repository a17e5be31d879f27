/** The proof that only the test has: it never leaves the server, so the code of a test is of use to nobody else. */
import type { TestSignInId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { open, seal } from "#lib/crypto/keyring.ts";
import { randomSecret } from "#lib/crypto/random.ts";

/** RFC 7636 section 4.2. */
export function makeCodeVerifier({ keyring }: Pick<Context, "keyring">, id: TestSignInId) {
  const verifier = randomSecret();
  return {
    challenge: encodeBase64url(sha256(verifier)),
    sealed: seal(keyring, Buffer.from(verifier), purpose(id)),
  };
}

export function openCodeVerifier(
  { keyring }: Pick<Context, "keyring">,
  id: TestSignInId,
  sealed: Uint8Array,
): string {
  return Buffer.from(open(keyring, sealed, purpose(id))).toString("utf8");
}

function purpose(id: TestSignInId): string {
  return `test-sign-in/${id}`;
}

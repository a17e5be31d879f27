/** Whether a browser may be told to forget a passkey (WebAuthn Level 3 section 5.1.10.2, signalUnknownCredential). */
import type { Context } from "#lib/context/context.ts";
import { credentialIdExists } from "#lib/credentials/store.ts";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import { isDecoy } from "./decoy-descriptors.ts";

/**
 * True when nobody has it, nobody had it as a revoked one, and it was handed out for no name: who asks for the ids that the
 * start of a sign-in lists learns nothing of which names exist. `credentialId` is base64url.
 */
export async function isUnknownCredential(ctx: Context, credentialId: string): Promise<boolean> {
  const bytes = decodeBase64url(credentialId) ?? new Uint8Array();
  const decoy = isDecoy(ctx, bytes);
  return !(await credentialIdExists(ctx.db, bytes)) && !decoy;
}

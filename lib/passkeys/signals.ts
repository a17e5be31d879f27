/** What the Signal API needs, so that password managers forget dead passkeys (WebAuthn Level 3 section 5.1.10). */
import type { UserRow } from "#drizzle/schema/users.ts";
import type { Context } from "#lib/context/context.ts";
import { listDescriptors } from "#lib/credentials/store.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import type { Db } from "#lib/db/client.ts";

export interface Signals {
  readonly rpId: string;
  /** The WebAuthn user handle in base64url. */
  readonly userId: string;
  /** Complete, always: a passkey that is missing here may be hidden for good. */
  readonly allAcceptedCredentialIds: readonly string[];
  readonly name: string;
  readonly displayName: string;
}

/** Only for the person themselves, after a ceremony that verified. */
export async function signalsOf(
  ctx: Context,
  db: Db,
  user: Pick<UserRow, "webauthnHandle" | "username" | "displayName"> & { readonly userId: UserRow["id"] },
): Promise<Signals> {
  const live = await listDescriptors(db, user.userId);
  return {
    rpId: ctx.config.rpId,
    userId: encodeBase64url(user.webauthnHandle),
    allAcceptedCredentialIds: live.map(({ credentialId }) => encodeBase64url(credentialId)),
    name: user.username,
    displayName: user.displayName,
  };
}

/** Another passkey for somebody who is signed in and was verified, or came back in, minutes ago. */
import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import type { Context } from "#lib/context/context.ts";
import { listDescriptors } from "#lib/credentials/store.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkMayAddPasskey } from "#lib/sessions/check-may-add-passkey.ts";
import { findUser } from "#lib/users/store.ts";
import { mostPasskeys } from "./most-passkeys.ts";
import { makeRegistrationOptions } from "./registration-options.ts";
import type { RegistrationWishes } from "./schema.ts";

/** @throws DomainError UNAUTHENTICATED, STEP_UP_REQUIRED, CREDENTIAL_LIMIT */
export async function beginAddingPasskey(
  ctx: Context,
  wishes: RegistrationWishes,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const actor = checkMayAddPasskey(ctx);
  const [user, live] = await Promise.all([
    findUser(ctx.db, actor.userId),
    listDescriptors(ctx.db, actor.userId),
  ]);
  if (!user) throw new DomainError("UNAUTHENTICATED");
  // Said now as well as at the end, so that no authenticator makes a passkey that is then refused.
  if (live.length >= mostPasskeys(ctx, actor)) throw new DomainError("CREDENTIAL_LIMIT");
  return await makeRegistrationOptions(ctx, {
    purpose: "add",
    handle: encodeBase64url(user.webauthnHandle),
    username: user.username,
    displayName: user.displayName,
    wishes,
    exclude: live,
    userId: user.id,
    sessionId: actor.sessionId,
  });
}

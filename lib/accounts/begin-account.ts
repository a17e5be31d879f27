/** A new account begins: nothing of it is written until its first passkey is there. */
import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import type { Context } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomToken } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { refuse } from "#lib/passkeys/ceremony-refusal.ts";
import { makeRegistrationOptions } from "#lib/passkeys/registration-options.ts";
import type { RegistrationWishes } from "#lib/passkeys/schema.ts";
import { usernameExists } from "#lib/users/store.ts";
import { checkSetUpLink } from "./check-set-up-link.ts";
import { checkSignUpPolicy } from "./check-sign-up-policy.ts";
import { findInvitationFor } from "./invitations/describe-invitation.ts";
import { refuseInvitation } from "./invitations/use-invitation.ts";

/** WebAuthn Level 3 section 14.6.1: random, and as long as allowed. Never the name or the primary key. */
const handleBytes = 64;

export interface AccountStart {
  readonly username: string;
  readonly displayName: string | undefined;
  readonly setUpToken: string | undefined;
  readonly invitation?: string | undefined;
  readonly wishes: RegistrationWishes;
}

/** @throws DomainError SIGN_UP_CLOSED, FORBIDDEN for a set-up link or an invitation that does not work, USER_EXISTS */
export function beginAccount(
  ctx: Context,
  { username, displayName, setUpToken, invitation, wishes }: AccountStart,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return auditRefusal(ctx, "passkey.registration_failed", async () => {
    // Who may open an account is asked first: a closed door does not tell which names exist behind it.
    if (setUpToken === undefined) checkSignUpPolicy(ctx.config, { invited: invitation !== undefined });
    else if (!(await checkSetUpLink(ctx, setUpToken)))
      throw refuse("FORBIDDEN", "set_up_link", { words: { key: "setUpLinkDead" } });
    const invited = invitation === undefined ? undefined : await findInvitationFor(ctx, invitation, username);
    if (invitation !== undefined && !invited) throw refuseInvitation();
    if (await usernameExists(ctx.db, username)) throw new DomainError("USER_EXISTS");
    return await makeRegistrationOptions(ctx, {
      purpose: setUpToken === undefined ? "sign_up" : "set_up",
      handle: encodeBase64url(randomToken(handleBytes)),
      username,
      displayName: displayName ?? username.slice(0, 64),
      wishes,
      exclude: [],
      ...(setUpToken === undefined ? {} : { setUpTokenHash: encodeBase64url(sha256(setUpToken)) }),
      ...(invitation === undefined || !invited
        ? {}
        : { invitation: { hash: encodeBase64url(sha256(invitation)), groups: invited.groups } }),
    });
  });
}

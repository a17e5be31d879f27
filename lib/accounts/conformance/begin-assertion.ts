/** Request options as a conformance tool asks for them. */
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import type { Context } from "#lib/context/context.ts";
import { listDescriptors } from "#lib/credentials/store.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { toDescriptorJson } from "#lib/passkeys/descriptor.ts";
import { issueChallenge } from "#lib/passkeys/issue-challenge.ts";
import type { ChallengeContexts } from "#lib/passkeys/schema.ts";
import { findUserByUsername } from "#lib/users/store.ts";
import { checkConformanceOpen } from "./check-conformance-open.ts";
import { isTestAccount } from "./is-test-account.ts";

export interface AssertionWishes {
  readonly username: string;
  readonly userVerification: ChallengeContexts["authentication"]["userVerification"];
}

/**
 * Tells an unknown name apart from a known one, as the interface demands and sign-in never does. People are unknown here.
 * @throws DomainError NOT_FOUND where the interface is closed, USER_NOT_FOUND
 */
export async function beginAssertion(
  ctx: Context,
  { username, userVerification }: AssertionWishes,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  checkConformanceOpen(ctx.config);
  const user = await findUserByUsername(ctx.db, username);
  if (!user || !isTestAccount(user)) throw new DomainError("USER_NOT_FOUND");
  const allowCredentials = (await listDescriptors(ctx.db, user.id)).map(toDescriptorJson);
  const challenge = await issueChallenge(ctx, {
    kind: "authentication",
    userId: user.id,
    context: {
      userVerification,
      allowCredentials: allowCredentials.map(({ id }) => id),
      conformance: true,
    },
  });
  return {
    challenge,
    timeout: ctx.config.challengeTimeoutSeconds * 1000,
    rpId: ctx.config.rpId,
    allowCredentials,
    userVerification,
  };
}

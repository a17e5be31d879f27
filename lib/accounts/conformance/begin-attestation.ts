/** Creation options as a conformance tool asks for them: for a new name, or one more passkey of a known one. */
import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import type { Context } from "#lib/context/context.ts";
import { listDescriptors } from "#lib/credentials/store.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { randomToken } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { algorithmIds } from "#lib/passkeys/algorithms.ts";
import { toDescriptorJson } from "#lib/passkeys/descriptor.ts";
import { issueChallenge } from "#lib/passkeys/issue-challenge.ts";
import type { ChallengeContexts } from "#lib/passkeys/schema.ts";
import { findUserByUsername } from "#lib/users/store.ts";
import { checkConformanceOpen } from "./check-conformance-open.ts";
import { isTestAccount } from "./is-test-account.ts";

/** WebAuthn Level 3 section 14.6.1. */
const handleBytes = 64;

/** The tool tries every algorithm that is offered to it; people are offered those that authenticators make. */
const offered: readonly number[] = [...algorithmIds, -38, -39, -47, -258, -259];

export interface AttestationWishes {
  readonly username: string;
  readonly displayName: string;
  readonly userVerification: ChallengeContexts["registration"]["userVerification"];
  readonly attestation: ChallengeContexts["registration"]["attestation"];
}

/**
 * What the tool asks for is what is verified later, not this instance's policy. Nobody proves to be the account's owner:
 * hence the switch, and hence no account of a person.
 * @throws DomainError NOT_FOUND where the interface is closed, USER_EXISTS, CREDENTIAL_LIMIT
 */
export async function beginAttestation(
  ctx: Context,
  { username, displayName, userVerification, attestation }: AttestationWishes,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  checkConformanceOpen(ctx.config);
  const user = await findUserByUsername(ctx.db, username);
  if (user && !isTestAccount(user)) throw new DomainError("USER_EXISTS");
  const live = user ? await listDescriptors(ctx.db, user.id) : [];
  if (live.length >= ctx.config.maxCredentialsPerUser) throw new DomainError("CREDENTIAL_LIMIT");
  const handle = encodeBase64url(user?.webauthnHandle ?? randomToken(handleBytes));
  const challenge = await issueChallenge(ctx, {
    kind: "registration",
    ...(user ? { userId: user.id } : {}),
    context: {
      purpose: user ? "add" : "sign_up",
      handle,
      username,
      displayName,
      userVerification,
      attestation,
      extensions: {},
      algorithms: [...offered],
      conformance: true,
    },
  });
  return {
    rp: { id: ctx.config.rpId, name: ctx.config.rpName },
    user: { id: handle, name: username, displayName },
    challenge,
    pubKeyCredParams: offered.map((alg) => ({ type: "public-key", alg })),
    timeout: ctx.config.challengeTimeoutSeconds * 1000,
    excludeCredentials: live.map(toDescriptorJson),
    attestation,
  };
}

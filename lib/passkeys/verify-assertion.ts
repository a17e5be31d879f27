/** A browser's assertion → the passkey and the person behind it. Sign-in and step-up share it. */
import type { Context } from "#lib/context/context.ts";
import { openPublicKey } from "#lib/credentials/seal-public-key.ts";
import { type CredentialWithOwner, findCredentialWithOwner } from "#lib/credentials/store.ts";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import { constantTimeEqual } from "#lib/crypto/hash.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { type CeremonyEvidence, type CeremonyRule, refuse, withEvidence } from "./ceremony-refusal.ts";
import { strictnessOf } from "./ceremony-strictness.ts";
import type { AuthenticatorFlags } from "./check-authenticator-data.ts";
import type { ConsumedChallenge } from "./consume-challenge.ts";
import type { AuthenticationResponse } from "./schema.ts";
import { type StoredKey, standInCredential } from "./stand-in-credential.ts";
import { type VerifiedAssertionValues, verifyAssertionValues } from "./verify-assertion-values.ts";

export interface VerifiedAssertion extends AuthenticatorFlags {
  readonly credential: CredentialWithOwner;
}

/**
 * WebAuthn Level 3 section 7.2, but for the counter, which is compared under the row's lock.
 * Everything that does not verify is AUTHENTICATION_FAILED, an unknown credential and a bad signature alike:
 * a second code would tell strangers which credential ids exist. So would the time, if an id that nobody has were refused
 * sooner: what was signed is looked at in any case, and first. The audit trail has the rule.
 * @throws DomainError AUTHENTICATION_FAILED; USER_DISABLED only to whoever holds the passkey
 */
export async function verifyAssertion(
  ctx: Context,
  challenge: ConsumedChallenge<"authentication" | "step_up">,
  response: AuthenticationResponse,
): Promise<VerifiedAssertion> {
  const credential = await findCredentialWithOwner(ctx.db, bytesOf(response.id));
  if (!credential) {
    pretendToVerify(ctx, challenge, response);
    throw refuse("AUTHENTICATION_FAILED", "credential_unknown");
  }
  const evidence = { subjectUserId: credential.userId, credentialId: credential.id };
  const { flags, signCount } = checkValues(ctx, challenge, credential, response, evidence);
  checkCredential(challenge, credential, response, evidence);
  if (credential.status !== "active") throw refuse("USER_DISABLED", "user_disabled", evidence);
  return { ...flags, signCount, credential };
}

/** Takes as long as a real passkey's verification, and says nothing. */
function pretendToVerify(
  ctx: Context,
  challenge: ConsumedChallenge<"authentication" | "step_up">,
  response: AuthenticationResponse,
): void {
  try {
    checkValues(ctx, challenge, standInCredential(ctx), response, {});
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

/** Whether this credential may answer this challenge at all (section 7.2 steps 5 to 7). */
function checkCredential(
  challenge: ConsumedChallenge<"authentication" | "step_up">,
  credential: CredentialWithOwner,
  response: AuthenticationResponse,
  evidence: CeremonyEvidence,
): void {
  const fail = (rule: CeremonyRule) => refuse("AUTHENTICATION_FAILED", rule, evidence);
  const { allowCredentials } = challenge.context;
  const { userHandle } = response.response;
  if (credential.revokedAt !== null) throw fail("credential_revoked");
  if (challenge.userId !== undefined && challenge.userId !== credential.userId)
    throw fail("credential_not_allowed");
  if (allowCredentials !== null && !allowCredentials.includes(response.id))
    throw fail("credential_not_allowed");
  // Nobody was named: the authenticator must say who it is. Somebody was: it may, and must not disagree.
  if (!userHandle && allowCredentials === null) throw fail("user_handle");
  if (userHandle && !constantTimeEqual(bytesOf(userHandle), credential.webauthnHandle))
    throw fail("user_handle");
}

/** What was signed, held against what was stored. */
function checkValues(
  ctx: Context,
  challenge: ConsumedChallenge<"authentication" | "step_up">,
  credential: StoredKey,
  response: AuthenticationResponse,
  evidence: CeremonyEvidence,
): VerifiedAssertionValues {
  const publicKey = openStoredKey(ctx, credential, evidence);
  try {
    return verifyAssertionValues({
      response,
      expectedChallenge: challenge.challenge,
      expectedOrigins: ctx.config.allowedOrigins,
      expectedTopOrigins: ctx.config.allowedTopOrigins,
      rpId: ctx.config.rpId,
      userVerification: challenge.context.userVerification,
      strictness: strictnessOf(ctx.config, challenge.context),
      credential: {
        publicKey,
        signCount: credential.signCount,
        backupEligible: credential.backupEligible,
        algorithm: credential.algorithm,
      },
    });
  } catch (error) {
    throw withEvidence(error, evidence);
  }
}

/** The key as it was registered. A row that was edited or moved does not open, and that is worth a loud log line. */
function openStoredKey(
  ctx: Context,
  credential: StoredKey,
  evidence: CeremonyEvidence,
): Uint8Array<ArrayBuffer> {
  try {
    return openPublicKey(ctx, credential);
  } catch (cause) {
    ctx.log.error({ err: cause, requestId: ctx.requestId, ...evidence }, "a stored public key does not open");
    throw refuse("AUTHENTICATION_FAILED", "stored_key", { ...evidence, cause });
  }
}

/** The schema has checked the text already. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return decodeBase64url(text) ?? new Uint8Array();
}

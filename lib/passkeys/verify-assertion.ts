/** A browser's assertion → the passkey and the person behind it. Sign-in and step-up share it. */
import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { decodeCredentialPublicKey } from "@simplewebauthn/server/helpers";
import type { Context } from "#lib/context/context.ts";
import { openPublicKey } from "#lib/credentials/seal-public-key.ts";
import { type CredentialWithOwner, findCredentialWithOwner } from "#lib/credentials/store.ts";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import { constantTimeEqual } from "#lib/crypto/hash.ts";
import { type CeremonyEvidence, type CeremonyRule, refuse } from "./ceremony-refusal.ts";
import { type AuthenticatorFlags, checkAuthenticatorData } from "./check-authenticator-data.ts";
import { checkClientData } from "./check-client-data.ts";
import type { ConsumedChallenge } from "./consume-challenge.ts";
import type { AuthenticationResponse, ClientData } from "./schema.ts";

export interface VerifiedAssertion extends AuthenticatorFlags {
  readonly credential: CredentialWithOwner;
}

/**
 * WebAuthn Level 3 section 7.2, but for the counter, which is compared under the row's lock.
 * Everything that does not verify is AUTHENTICATION_FAILED, an unknown credential and a bad signature alike:
 * a second code would tell strangers which credential ids exist. The audit trail has the rule.
 * @throws DomainError AUTHENTICATION_FAILED; USER_DISABLED only to whoever holds the passkey
 */
export async function verifyAssertion(
  ctx: Context,
  challenge: ConsumedChallenge<"authentication" | "step_up">,
  clientData: ClientData,
  response: AuthenticationResponse,
): Promise<VerifiedAssertion> {
  const code = "AUTHENTICATION_FAILED";
  checkClientData(ctx.config, clientData, "webauthn.get", code);
  const flags = checkAuthenticatorData(
    ctx.config,
    bytesOf(response.response.authenticatorData),
    challenge.context.userVerification,
    code,
  );
  const credential = await findCredentialWithOwner(ctx.db, bytesOf(response.id));
  if (!credential) throw refuse(code, "credential_unknown");
  const evidence = { subjectUserId: credential.userId, credentialId: credential.id };
  checkCredential(challenge, credential, response, evidence);
  if (credential.backupEligible !== flags.backupEligible) throw refuse(code, "backup_flags", evidence);
  await checkSignature(ctx, challenge, credential, response, evidence);
  if (credential.status !== "active") throw refuse("USER_DISABLED", "user_disabled", evidence);
  return { ...flags, credential };
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

async function checkSignature(
  ctx: Context,
  challenge: ConsumedChallenge<"authentication" | "step_up">,
  credential: CredentialWithOwner,
  { id, type, response }: AuthenticationResponse,
  evidence: CeremonyEvidence,
): Promise<void> {
  const publicKey = openStoredKey(ctx, credential, evidence);
  let verified: boolean;
  try {
    const result = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type,
        response: {
          clientDataJSON: response.clientDataJSON,
          authenticatorData: response.authenticatorData,
          signature: response.signature,
        },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge.challenge,
      expectedOrigin: [...ctx.config.allowedOrigins],
      expectedRPID: ctx.config.rpId,
      requireUserVerification: challenge.context.userVerification === "required",
      // Zero switches the library's own comparison off: a counter that did not grow is a warning here, not an end.
      credential: { id, publicKey, counter: 0 },
    });
    verified = result.verified;
  } catch (cause) {
    throw refuse("AUTHENTICATION_FAILED", "signature", { ...evidence, cause });
  }
  if (!verified) throw refuse("AUTHENTICATION_FAILED", "signature", evidence);
}

/** The key as it was registered. A row that was edited or moved does not open, and that is worth a loud log line. */
function openStoredKey(
  ctx: Context,
  credential: CredentialWithOwner,
  evidence: CeremonyEvidence,
): Uint8Array<ArrayBuffer> {
  try {
    const publicKey = openPublicKey(ctx, credential);
    const key: ReadonlyMap<number, unknown> = decodeCredentialPublicKey(publicKey) as never;
    if (key.get(3) === credential.algorithm) return publicKey;
  } catch (cause) {
    ctx.log.error({ err: cause, requestId: ctx.requestId, ...evidence }, "a stored public key does not open");
    throw refuse("AUTHENTICATION_FAILED", "stored_key", { ...evidence, cause });
  }
  throw refuse("AUTHENTICATION_FAILED", "algorithm", evidence);
}

/** The schema has checked the text already. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return decodeBase64url(text) ?? new Uint8Array();
}

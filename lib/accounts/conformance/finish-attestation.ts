/** Stores the passkey that a conformance tool made, with its account when the name is new. */
import type { UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { listCredentialNames } from "#lib/credentials/store.ts";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { type ConsumedChallenge, consumeChallenge } from "#lib/passkeys/consume-challenge.ts";
import { readClientData } from "#lib/passkeys/read-client-data.ts";
import type { RegistrationResponse } from "#lib/passkeys/schema.ts";
import { storePasskey } from "#lib/passkeys/store-passkey.ts";
import { verifyRegistration } from "#lib/passkeys/verify-registration.ts";
import { insertUser, lockUser } from "#lib/users/store.ts";
import { checkConformanceOpen } from "./check-conformance-open.ts";
import { checkKnownMaker } from "./check-known-maker.ts";
import { isTestAccount } from "./is-test-account.ts";

/**
 * The verification is the one of every registration, with FIDO's reading where it differs from WebAuthn's. Opens no session.
 * @throws DomainError NOT_FOUND where the interface is closed, for a spent or foreign challenge, INVALID_ATTESTATION,
 * USER_EXISTS, USER_DISABLED, CREDENTIAL_LIMIT, DUPLICATE_CREDENTIAL
 */
export function finishAttestation(ctx: Context, response: RegistrationResponse): Promise<void> {
  checkConformanceOpen(ctx.config);
  return auditRefusal(ctx, "conformance.registration_failed", async () => {
    const clientData = readClientData(response.response.clientDataJSON);
    const challenge = await consumeChallenge(ctx, "registration", clientData.challenge, "conformance");
    const passkey = await verifyRegistration(ctx, challenge, response);
    checkKnownMaker(ctx.config, passkey);
    await ctx.db.transaction(async (tx) => {
      const userId = challenge.userId ?? (await createAccount(ctx, tx, challenge));
      // The lock makes parallel additions count each other.
      const user = await lockUser(tx, userId);
      if (user?.status !== "active") throw new DomainError("USER_DISABLED");
      if (!isTestAccount(user)) throw new DomainError("USER_EXISTS");
      const takenNames = await listCredentialNames(tx, userId);
      if (takenNames.length >= ctx.config.maxCredentialsPerUser) throw new DomainError("CREDENTIAL_LIMIT");
      const stored = await storePasskey(ctx, tx, { userId, passkey, deviceName: undefined, takenNames });
      await appendAuditEvent(ctx, tx, {
        action: "conformance.registered",
        outcome: "success",
        subjectUserId: userId,
        credentialId: stored.id,
        details: { new_account: challenge.userId === undefined },
      });
    });
  });
}

async function createAccount(
  ctx: Context,
  tx: Db,
  { context }: ConsumedChallenge<"registration">,
): Promise<UserId> {
  const id = newId<UserId>();
  await insertUser(tx, {
    id,
    username: context.username,
    displayName: context.displayName,
    webauthnHandle: decodeBase64url(context.handle) ?? new Uint8Array(),
    role: "user",
    status: "active",
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  return id;
}

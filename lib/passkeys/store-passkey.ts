/** Puts a verified passkey into the store, with its name and its event. Belongs into the ceremony's transaction. */
import type { CredentialRowId, UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { judgementTag, sealAttestation } from "#lib/credentials/keep-attestation.ts";
import { sealPublicKey } from "#lib/credentials/seal-public-key.ts";
import { insertCredential } from "#lib/credentials/store.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { namePasskey } from "./name-passkey.ts";
import { productNames } from "./product-names.ts";
import type { VerifiedPasskey } from "./verify-registration.ts";

/** What the browser learns about its new passkey. */
export interface StoredPasskey {
  readonly id: CredentialRowId;
  readonly name: string;
  readonly createdAt: Date;
  readonly synced: boolean;
  readonly backupEligible: boolean;
  readonly backupState: boolean;
  readonly deviceType: VerifiedPasskey["deviceType"];
  readonly transports: readonly string[];
}

export interface NewPasskey {
  readonly userId: UserId;
  readonly passkey: VerifiedPasskey;
  readonly deviceName: string | undefined;
  readonly takenNames: readonly string[];
}

/** @throws DomainError DUPLICATE_CREDENTIAL, whoever has that credential id */
export async function storePasskey(
  ctx: Context,
  db: Db,
  { userId, passkey, deviceName, takenNames }: NewPasskey,
): Promise<StoredPasskey> {
  const { publicKey, attestation, ...columns } = passkey;
  const id = newId<CredentialRowId>();
  const name = namePasskey({
    wished: deviceName,
    product: productNames(ctx)(passkey.aaguid),
    userAgent: ctx.userAgent,
    taken: takenNames,
    locale: ctx.locale,
  });
  const row = { ...columns, userId, createdAt: ctx.now };
  await insertCredential(db, {
    ...row,
    id,
    publicKey: sealPublicKey(ctx, row, publicKey),
    attestationObject: attestation && sealAttestation(ctx, row, attestation.object),
    attestationJudgedBy: attestation && judgementTag(ctx, row, attestation.metadataDigest),
    name,
  });
  await appendAuditEvent(ctx, db, {
    action: "passkey.registered",
    outcome: "success",
    actor: { type: "user", userId },
    subjectUserId: userId,
    credentialId: id,
    details: {
      name,
      aaguid: passkey.aaguid,
      attestation: passkey.attestationFormat,
      synced: passkey.backupState,
    },
  });
  return {
    id,
    name,
    createdAt: ctx.now,
    synced: passkey.backupState,
    backupEligible: passkey.backupEligible,
    backupState: passkey.backupState,
    deviceType: passkey.deviceType,
    transports: passkey.transports,
  };
}

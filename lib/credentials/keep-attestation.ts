/**
 * Keeps the attestation of a passkey, and the trust that was found in it, so that whoever can write to the database can
 * lower that trust and never raise it.
 */
import { createHmac } from "node:crypto";
import type { CredentialRow } from "#drizzle/schema/credentials.ts";
import type { Runtime } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { constantTimeEqual } from "#lib/crypto/hash.ts";
import { deriveKey, open, seal } from "#lib/crypto/keyring.ts";

/** The time is bound, too: certificates are judged as of the registration. */
type Registration = Pick<CredentialRow, "userId" | "credentialId" | "createdAt">;
/** What is claimed of a passkey when it is called trusted. */
type Judgement = Registration & Pick<CredentialRow, "attestationFormat" | "aaguid" | "attestationTrust">;
type Keys = Pick<Runtime, "keyring">;

/** Seals an attestation object for exactly this person, this credential id and this moment. */
export function sealAttestation(runtime: Keys, owner: Registration, object: Uint8Array): Uint8Array {
  return seal(runtime.keyring, object, associatedData(owner));
}

/** The attestation object. Throws when it, or the row around it, is not what was registered. */
export function openAttestation(runtime: Keys, owner: Registration, sealed: Uint8Array): Uint8Array {
  return open(runtime.keyring, sealed, associatedData(owner));
}

/**
 * Proves that this program found this trust, by the metadata of that digest (undefined: without any). It stops fitting
 * when another key is put in front of the ring; the trust is then found anew.
 */
export function judgementTag(
  runtime: Keys,
  row: Judgement,
  metadataDigest: Uint8Array | undefined,
): Uint8Array {
  const key = deriveKey(runtime.keyring.keys[0], "attestation-judgement");
  const parts = [
    associatedData(row),
    row.attestationFormat,
    row.aaguid,
    row.attestationTrust,
    metadataDigest ? encodeBase64url(metadataDigest) : "",
  ];
  return new Uint8Array(createHmac("sha256", key).update(parts.join("\0")).digest());
}

/** Whether the row's trust is what this program found by that metadata. */
export function isJudgedBy(
  runtime: Keys,
  row: Judgement & Pick<CredentialRow, "attestationJudgedBy">,
  metadataDigest: Uint8Array | undefined,
): boolean {
  const { attestationJudgedBy: tag } = row;
  return tag !== null && constantTimeEqual(tag, judgementTag(runtime, row, metadataDigest));
}

function associatedData({ userId, credentialId, createdAt }: Registration): string {
  return `attestation/${userId}/${encodeBase64url(credentialId)}/${createdAt.toISOString()}`;
}

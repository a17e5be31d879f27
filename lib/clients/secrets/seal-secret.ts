/** Client secrets that must be read back: with `client_secret_jwt` the secret is the key of a MAC. */
import { type Keyring, open, seal } from "#lib/crypto/keyring.ts";

/** `rowId` is the id of the secret's row: the sealed value opens in no other. */
export function sealClientSecret(keyring: Keyring, rowId: string, secret: string): Uint8Array {
  return seal(keyring, Buffer.from(secret, "utf8"), purpose(rowId));
}

/** @throws Error when it was sealed by an unknown key or for another row */
export function openClientSecret(keyring: Keyring, rowId: string, sealed: Uint8Array): string {
  return Buffer.from(open(keyring, sealed, purpose(rowId))).toString("utf8");
}

function purpose(rowId: string): string {
  return `client-secret/${rowId}`;
}

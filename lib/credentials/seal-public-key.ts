/** Keeps public keys sealed, so that whoever can write to the database can neither forge nor move a passkey. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Runtime } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { open, seal } from "#lib/crypto/keyring.ts";

interface Owner {
  readonly userId: UserId;
  readonly credentialId: Uint8Array;
}

/** Seals a COSE_Key for exactly this person and this credential id. */
export function sealPublicKey(
  runtime: Pick<Runtime, "keyring">,
  owner: Owner,
  publicKey: Uint8Array,
): Uint8Array {
  return seal(runtime.keyring, publicKey, associatedData(owner));
}

/** The COSE_Key. Throws when the row was edited, moved to another person, or sealed by an unknown key. */
export function openPublicKey(
  runtime: Pick<Runtime, "keyring">,
  row: Owner & { readonly publicKey: Uint8Array },
): Uint8Array<ArrayBuffer> {
  return open(runtime.keyring, row.publicKey, associatedData(row));
}

function associatedData({ userId, credentialId }: Owner): string {
  return `credential/${userId}/${encodeBase64url(credentialId)}`;
}

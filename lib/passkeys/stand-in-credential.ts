/**
 * A passkey that nobody has. It is verified in place of an unknown one, so that whoever sends the id of a decoy waits as
 * long for the refusal as for that of a real passkey.
 */
import { generateKeyPairSync } from "node:crypto";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Runtime } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { sealPublicKey } from "#lib/credentials/seal-public-key.ts";
import type { CredentialWithOwner } from "#lib/credentials/store.ts";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import type { Keyring } from "#lib/crypto/keyring.ts";
import { newId, randomToken } from "#lib/crypto/random.ts";

/** What the verification of values reads of a passkey. */
export type StoredKey = Pick<
  CredentialWithOwner,
  "userId" | "credentialId" | "publicKey" | "signCount" | "backupEligible" | "algorithm"
>;

const es256 = -7;
const standIns = () => processWide("passkeys/stand-ins", () => new WeakMap<Keyring, StoredKey>());

/** Made once for a ring of keys. Sealed as the real ones are: to open it takes as long. */
export function standInCredential({ keyring }: Pick<Runtime, "keyring">): StoredKey {
  const known = standIns().get(keyring);
  if (known) return known;
  const owner = { userId: newId<UserId>(), credentialId: randomToken(20) };
  const publicKey = sealPublicKey({ keyring }, owner, makeCoseKey());
  const made = { ...owner, publicKey, signCount: 0, backupEligible: false, algorithm: es256 };
  standIns().set(keyring, made);
  return made;
}

/** COSE_Key of a new P-256 key whose private half is forgotten. */
function makeCoseKey(): Uint8Array {
  const { x, y } = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" });
  const [abscissa, ordinate] = [x, y].map((text) => decodeBase64url(text ?? "") ?? new Uint8Array());
  // {1: 2, 3: -7, -1: 1, -2: bytes(32), -3: bytes(32)}
  const head = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
  return Uint8Array.of(...head, ...(abscissa ?? []), 0x22, 0x58, 0x20, ...(ordinate ?? []));
}

/** A plausible list of credentials for a name that nobody has, so that `begin` does not tell which names exist. */
import { createHmac } from "node:crypto";
import type { Runtime } from "#lib/context/context.ts";
import { constantTimeEqual } from "#lib/crypto/hash.ts";
import { deriveKey } from "#lib/crypto/keyring.ts";
import type { Descriptor } from "./descriptor.ts";

/** Id lengths and transports of what people have: synced passkeys (16, 20, 32), Windows Hello (32), security keys. */
const shapes: readonly { readonly bytes: number; readonly transports: readonly string[] }[] = [
  { bytes: 20, transports: ["hybrid", "internal"] },
  { bytes: 20, transports: ["hybrid", "internal"] },
  { bytes: 16, transports: ["hybrid", "internal"] },
  { bytes: 32, transports: ["hybrid", "internal"] },
  { bytes: 32, transports: ["internal"] },
  { bytes: 48, transports: ["nfc", "usb"] },
];

/** Of 256 names, how many have at most one passkey, two, three: people with several must not stand out. */
const counts = [154, 220, 243, 251, 255, 256];

/** Ends an id, so that it can be recognised here and nowhere else. */
const markBytes = 8;

type Keys = Pick<Runtime, "keyring">;

/**
 * The same list for the same name on every call. Keyed by the oldest key of the ring, so that adding a key does not
 * change the answers for unknown names while those for real ones stay.
 */
export function decoyDescriptors(keys: Keys, username: string): Descriptor[] {
  const key = oldestKey(keys, "decoy-credentials");
  const draw = (label: string) => createHmac("sha512", key).update(`${label}\0${username}`).digest();
  const shape = draw("shape");
  const count = counts.findIndex((limit) => (shape[0] ?? 0) < limit) + 1;
  return Array.from({ length: count }, (_, index) => {
    const { bytes, transports } = shapes[(shape[index + 1] ?? 0) % shapes.length] ?? {
      bytes: 20,
      transports: [],
    };
    const head = draw(`id-${index}`).subarray(0, bytes - markBytes);
    return { credentialId: new Uint8Array(Buffer.concat([head, markOf(keys, head)])), transports };
  });
}

/** Whether an id was handed out for a name that nobody has. One of 2^64 others looks so by chance. */
export function isDecoy(keys: Keys, credentialId: Uint8Array): boolean {
  const end = Math.max(0, credentialId.length - markBytes);
  return constantTimeEqual(markOf(keys, credentialId.subarray(0, end)), credentialId.subarray(end));
}

function markOf(keys: Keys, head: Uint8Array): Uint8Array {
  const key = oldestKey(keys, "decoy-marks");
  return createHmac("sha256", key).update(head).digest().subarray(0, markBytes);
}

function oldestKey({ keyring }: Keys, purpose: string): Uint8Array {
  return deriveKey(keyring.keys.at(-1) ?? keyring.keys[0], purpose);
}

/** A plausible list of credentials for a name that nobody has, so that `begin` does not tell which names exist. */
import { createHmac } from "node:crypto";
import type { Runtime } from "#lib/context/context.ts";
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

/**
 * The same list for the same name on every call. Keyed by the oldest key of the ring, so that adding a key does not
 * change the answers for unknown names while those for real ones stay.
 */
export function decoyDescriptors(runtime: Pick<Runtime, "keyring">, username: string): Descriptor[] {
  const key = deriveKey(runtime.keyring.keys.at(-1) ?? runtime.keyring.keys[0], "decoy-credentials");
  const draw = (label: string) => createHmac("sha512", key).update(`${label}\0${username}`).digest();
  const shape = draw("shape");
  // Two in three have one passkey, the rest two.
  const count = (shape[0] ?? 0) < 171 ? 1 : 2;
  return Array.from({ length: count }, (_, index) => {
    const { bytes, transports } = shapes[(shape[index + 1] ?? 0) % shapes.length] ?? {
      bytes: 20,
      transports: [],
    };
    return { credentialId: new Uint8Array(draw(`id-${index}`).subarray(0, bytes)), transports };
  });
}

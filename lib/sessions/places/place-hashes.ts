/** Where somebody signs in from, as a hash that tells nobody where that is. */
import { createHmac } from "node:crypto";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { deriveKey, type EncryptionKey } from "#lib/crypto/keyring.ts";
import { describeUserAgent } from "#lib/i18n/describe-user-agent.ts";
import { ipv6Network, isIpv6 } from "#lib/rate-limit/ipv6-network.ts";

export interface PlaceHashes {
  /** Under the key that seals now. */
  readonly current: Uint8Array;
  /** Under the oldest key that is left: a new key must not make every place a strange one. */
  readonly former: Uint8Array;
}

const keys = new WeakMap<EncryptionKey, Uint8Array>();

/**
 * The kind of browser without its version, and the network: both change less often than a person moves. The person is
 * part of it, so that two who share a place share no hash.
 */
export function placeHashes({ keyring, ip, userAgent }: Context, userId: UserId): PlaceHashes {
  const { browser = "", system = "" } = describeUserAgent(userAgent);
  const place = [userId, browser, system, networkOf(ip)].join("\0");
  const [newest] = keyring.keys;
  const oldest = keyring.keys.at(-1) ?? newest;
  const current = hashUnder(newest, place);
  return { current, former: oldest === newest ? current : hashUnder(oldest, place) };
}

function hashUnder(entry: EncryptionKey, place: string): Uint8Array {
  const key = keys.get(entry) ?? deriveKey(entry, "sign-in-places");
  keys.set(entry, key);
  return new Uint8Array(createHmac("sha256", key).update(place).digest());
}

/** What a provider gives one customer, roughly: an IPv4 /24, an IPv6 /48. */
function networkOf(ip: string): string {
  if (isIpv6(ip)) return ipv6Network(ip, 48);
  return ip.replace(/^::ffff:/, "").replace(/\.\d+$/, ".0/24");
}

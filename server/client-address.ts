/** Who is calling: the peer of the connection, or whom declared proxies vouch for. */
import { BlockList, isIP } from "node:net";

export interface TrustedProxies {
  includes(address: string): boolean;
}

/** `ranges` are addresses or CIDR ranges, already checked by the configuration. */
export function trustedProxies(ranges: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", prefix] = range.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return {
    includes: (address) => {
      const family = isIP(address);
      return family !== 0 && list.check(address, family === 6 ? "ipv6" : "ipv4");
    },
  };
}

/** The other end of the connection, as the proxies' ranges are written; empty for none. */
export function peerAddress(remoteAddress: string | undefined): string {
  return plainAddress(remoteAddress ?? "") ?? "";
}

/**
 * The client's address. `X-Forwarded-For` is read from the right, each entry believed only while the one that
 * added it is a declared proxy: whatever a client wrote further left never counts.
 */
export function clientAddress(
  proxies: TrustedProxies,
  peer: string,
  forwardedFor: string | undefined,
): string {
  let address = peer;
  if (forwardedFor === undefined || !proxies.includes(address)) return address;
  for (const entry of forwardedFor.split(",").reverse()) {
    const previous = plainAddress(entry.trim());
    if (previous === undefined) return address;
    address = previous;
    if (!proxies.includes(address)) return address;
  }
  return address;
}

/** Without port, brackets and zone; IPv4 in IPv6 clothes becomes IPv4. Undefined for anything else. */
function plainAddress(text: string): string | undefined {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+)(?::\d+)?$/.exec(text)?.[1] ?? text;
  const address = (bare.split("%")[0] ?? "").toLowerCase();
  const unmapped = address.startsWith("::ffff:") ? address.slice(7) : address;
  if (isIP(unmapped) !== 0) return unmapped;
  return isIP(address) === 0 ? undefined : address;
}

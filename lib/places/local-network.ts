/** Addresses that mean the same network as the server's or none at all: no file knows where they are. */
import { BlockList, isIP } from "node:net";

const local = new BlockList();
for (const [network, prefix] of [
  ["10.0.0.0", 8],
  // RFC 6598: between a provider and its customers, and in overlay networks.
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  local.addSubnet(network, prefix, "ipv4");
local.addAddress("::1", "ipv6");
local.addSubnet("fc00::", 7, "ipv6");
local.addSubnet("fe80::", 10, "ipv6");

/** A household or a line has a whole /64 of IPv6, and its devices change addresses in it daily (RFC 8981). */
const lineBits = 64;

export function isLocalAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && local.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** Whether both addresses belong to one line: the same IPv4 address, or the same /64. */
export function isSameNetwork(address: string, other: string): boolean {
  const family = isIP(address);
  if (family !== 6 || isIP(other) !== 6) return family !== 0 && address === other;
  const line = new BlockList();
  line.addSubnet(other, lineBits, "ipv6");
  return line.check(address, "ipv6");
}

/** Whether two addresses are likely those of one household or office. For a warning, never for a refusal. */
import { BlockList, isIP } from "node:net";

/** What providers give one customer: behind an IPv4 address all of a household, of IPv6 a block of 256 networks. */
const prefixes = { ipv4: 24, ipv6: 56 } as const;

/** False where it cannot be told: for different kinds of addresses, and where one is unknown. */
export function isSameNetwork(one: string, other: string): boolean {
  const family = isIP(one) === 4 ? "ipv4" : "ipv6";
  if (isIP(one) === 0 || isIP(one) !== isIP(other)) return false;
  const network = new BlockList();
  network.addSubnet(one, prefixes[family], family);
  return network.check(other, family);
}

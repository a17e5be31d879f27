/** The network that an IPv6 address lies in: single addresses of one are changed at will. */

/** An IPv4 address that is written as an IPv6 one is none. */
export function isIpv6(address: string): boolean {
  return address.includes(":") && !address.startsWith("::ffff:");
}

/** However the address is written, the same text for the same network. `bits` is a multiple of 16. */
export function ipv6Network(address: string, bits: 48 | 64): string {
  const [head = "", tail] = address.split("::");
  const groups = head.split(":");
  if (tail !== undefined) {
    const rest = tail === "" ? [] : tail.split(":");
    groups.push(...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill("0"), ...rest);
  }
  return `${groups
    .slice(0, bits / 16)
    .map((group) => group.replace(/^0+(?=.)/, "").toLowerCase())
    .join(":")}::/${bits}`;
}

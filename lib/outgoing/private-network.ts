/** The places outside the internet that the operator lets this program call. */
import { BlockList, isIP } from "node:net";
import { isPublicAddress } from "./public-address.ts";

/** Nobody's address in particular: every interface of this machine, or many machines at once. Never allowed. */
const nobodys = new BlockList();
nobodys.addSubnet("0.0.0.0", 8, "ipv4");
nobodys.addSubnet("224.0.0.0", 3, "ipv4");
nobodys.addAddress("::", "ipv6");
nobodys.addSubnet("ff00::", 8, "ipv6");

/**
 * Whether `host` (as in a URL, without brackets) may be called at `address`: that is public, or `places` names the host,
 * the address or a range that holds it. A host that is named may lead anywhere.
 */
export function isReachable(places: readonly string[], host: string, address: string): boolean {
  if (isPublicAddress(address)) return true;
  const family = familyOf(address);
  if (!family || nobodys.check(address, family)) return false;
  return places.some((place) => place === host || holds(place, address, family));
}

function holds(place: string, address: string, family: "ipv4" | "ipv6"): boolean {
  const [base = "", prefix] = place.split("/");
  if (familyOf(base) !== family) return false;
  const range = new BlockList();
  if (prefix === undefined) range.addAddress(base, family);
  else range.addSubnet(base, Number(prefix), family);
  return range.check(address, family);
}

function familyOf(address: string): "ipv4" | "ipv6" | undefined {
  const family = isIP(address);
  return family === 0 ? undefined : family === 6 ? "ipv6" : "ipv4";
}

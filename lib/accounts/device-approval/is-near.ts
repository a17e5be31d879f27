/** Whether two browsers are likely in one household or office. For a warning, never for a refusal. */
import { isLocalAddress, isSameNetwork } from "#lib/places/local-network.ts";

/** False where it cannot be told: one may come by IPv4 and the other by IPv6. */
export function isNear(one: string, other: string): boolean {
  return isSameNetwork(one, other) || (isLocalAddress(one) && isLocalAddress(other));
}

/** ALLOW_PRIVATE_NETWORK: which places of the operator's own networks may be called. */
import { isIP } from "node:net";

/** Lower case, as in a URL; the underscore is in use on inner networks. */
const hostName = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;
/** Shorter ones are the whole internet and all of this machine by another name. */
const shortestPrefix = { 4: 8, 6: 7 } as const;

/** The entries that are no address, no range and no host name, each in words. */
export function checkPrivateNetwork(entries: readonly string[]): string[] {
  return entries
    .filter((entry) => !isPlace(entry))
    .map(
      (entry) =>
        `ALLOW_PRIVATE_NETWORK '${entry}' must be an address, a range no wider than 10.0.0.0/8 or fc00::/7, or a host name`,
    );
}

function isPlace(entry: string): boolean {
  const [address = "", prefix, ...rest] = entry.split("/");
  const family = isIP(address);
  if (family === 0) return prefix === undefined && entry.length <= 253 && isHostName(entry);
  if (prefix === undefined) return true;
  const shortest = family === 6 ? shortestPrefix[6] : shortestPrefix[4];
  return (
    rest.length === 0 &&
    /^\d{1,3}$/.test(prefix) &&
    Number(prefix) >= shortest &&
    Number(prefix) <= (family === 6 ? 128 : 32)
  );
}

/** `true` and `yes` are names by their letters; whoever writes them means a switch that is not there. */
function isHostName(text: string): boolean {
  return hostName.test(text) && !/^[\d.]+$/.test(text) && !/^(true|false|yes|no|on|off)$/.test(text);
}

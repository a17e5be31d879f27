/** Addresses that this instance keeps shut: both lanes answer them as they answer what was never there. */
import type { Config } from "#lib/config/load-config.ts";

const conformancePaths = [
  "/attestation/options",
  "/attestation/result",
  "/assertion/options",
  "/assertion/result",
];

export function closedPaths({ fidoConformanceApi }: Pick<Config, "fidoConformanceApi">): ReadonlySet<string> {
  return new Set(fidoConformanceApi ? [] : conformancePaths);
}

/** `path` as sent: routes match what it stands for, however it is spelled. */
export function isClosed(closed: ReadonlySet<string>, path: string): boolean {
  return closed.size > 0 && closed.has(decodeURIComponent(path));
}

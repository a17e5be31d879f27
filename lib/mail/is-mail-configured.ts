/** Whether anybody can be written to at all. */
import type { Config } from "#lib/config/load-config.ts";

export function isMailConfigured(config: Pick<Config, "mail">): boolean {
  return config.mail !== undefined;
}

/** Whether this instance lets anybody in by such links at all. */
import type { Config } from "#lib/config/load-config.ts";
import type { LinkPurpose } from "./store.ts";

export function isLinkOffered(config: Pick<Config, "emailSignIn">, purpose: LinkPurpose): boolean {
  return purpose === "recovery" || config.emailSignIn;
}

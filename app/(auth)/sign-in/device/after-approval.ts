/** Where an approved browser goes: to the page that offers it a passkey of its own, and then where it was going. */
import type { WaitingBrowser } from "#lib/http/waiting-cookie.ts";
import { continueTarget } from "../../continue-target.ts";

export function afterApproval({ interaction, next }: Pick<WaitingBrowser, "interaction" | "next">) {
  return continueTarget({ interaction, next }) as `/${string}`;
}

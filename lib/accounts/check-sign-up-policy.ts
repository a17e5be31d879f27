/** Whether strangers may open an account here. */
import type { Config } from "#lib/config/load-config.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

const words = {
  invite: "Accounts here are by invitation. Ask an administrator of this site to invite you.",
  closed: "This site does not take new accounts. Ask an administrator of this site to make one for you.",
} as const;

/** @throws DomainError SIGN_UP_CLOSED that says whom to ask */
export function checkSignUpPolicy(config: Pick<Config, "signUp">): void {
  if (config.signUp === "open") return;
  throw new DomainError("SIGN_UP_CLOSED", { message: words[config.signUp] });
}

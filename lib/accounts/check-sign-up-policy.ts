/** Whether strangers may open an account here. */
import type { Config } from "#lib/config/load-config.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

const wordsFor = { invite: "signUpByInvitation", closed: "signUpClosed" } as const;

/**
 * `invited`: they hold an invitation, which still has to be looked at. Where sign-up is closed, it is to them too.
 * @throws DomainError SIGN_UP_CLOSED that says whom to ask
 */
export function checkSignUpPolicy(
  config: Pick<Config, "signUp">,
  { invited }: { readonly invited: boolean },
): void {
  if (config.signUp === "open" || (config.signUp === "invite" && invited)) return;
  throw new DomainError("SIGN_UP_CLOSED", { words: { key: wordsFor[config.signUp] } });
}

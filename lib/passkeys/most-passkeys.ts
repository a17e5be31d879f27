/** How many passkeys somebody may have. */
import type { Context, UserActor } from "#lib/context/context.ts";
import { isRecovered } from "#lib/sessions/check-may-add-passkey.ts";

/** One more for who came back in: they cannot remove one first, having none at hand to confirm it with. */
export function mostPasskeys({ config }: Pick<Context, "config">, actor: UserActor): number {
  return config.maxCredentialsPerUser + (isRecovered(actor) ? 1 : 0);
}

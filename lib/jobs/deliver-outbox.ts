/** Who delivers which kind of message. */
import type { Runtime } from "#lib/context/context.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import { logoutTokenDeliverer } from "#lib/oidc/logout/deliver-logout-token.ts";
import { deliverDueMessages } from "#lib/outbox/deliver-due-messages.ts";
import type { Deliverers } from "#lib/outbox/deliverer.ts";
import { mailDeliverer } from "./deliver-mail.ts";

/** Mails wait while there is no server to hand them to. */
export function outboxDeliverers({ config }: Pick<Runtime, "config">): Deliverers {
  return {
    logout_token: logoutTokenDeliverer,
    ...(isMailConfigured(config) ? { mail: mailDeliverer } : {}),
  };
}

/** Every instance delivers; the claim keeps them apart. */
export async function deliverOutbox(runtime: Runtime, _now: Date, signal: AbortSignal): Promise<number> {
  return await deliverDueMessages(runtime, outboxDeliverers(runtime), { now: () => new Date(), signal });
}

/** Who delivers which kind of message. */
import type { Runtime } from "#lib/context/context.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import { MailFailure } from "#lib/mail/mail-failure.ts";
import { sendMail } from "#lib/mail/send-mail.ts";
import { logoutTokenDeliverer } from "#lib/oidc/logout/deliver-logout-token.ts";
import { deliverDueMessages } from "#lib/outbox/deliver-due-messages.ts";
import type { Deliverer, Deliverers } from "#lib/outbox/deliverer.ts";
import { DeliveryRefusal } from "#lib/outbox/delivery-refusal.ts";
import { overADay } from "#lib/outbox/retry-schedule.ts";

const mailDeliverer: Deliverer<"mail"> = {
  deliver: async (runtime, { purpose: _, ...mail }, signal) => {
    await sendMail(runtime, mail, signal).catch((error: unknown) => {
      if (!(error instanceof MailFailure)) throw error;
      throw new DeliveryRefusal(error.message, error.summary, error.isPermanent);
    });
  },
  schedule: overADay,
  timeoutMs: 45_000,
  atOnce: 4,
};

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

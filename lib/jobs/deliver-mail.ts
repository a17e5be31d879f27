/** Composes a queued mail and hands it over. */
import { mailLook } from "#lib/branding/mail-look.ts";
import type { Runtime } from "#lib/context/context.ts";
import { MailFailure } from "#lib/mail/mail-failure.ts";
import type { Mail } from "#lib/mail/schema.ts";
import { sendMail } from "#lib/mail/send-mail.ts";
import { renderMail } from "#lib/mail-templates/render-mail.ts";
import type { Deliverer } from "#lib/outbox/deliverer.ts";
import { DeliveryRefusal } from "#lib/outbox/delivery-refusal.ts";
import { overADay } from "#lib/outbox/retry-schedule.ts";
import type { PayloadOf } from "#lib/outbox/schema.ts";

export const mailDeliverer: Deliverer<"mail"> = {
  deliver: async (runtime, payload, signal) => {
    const mail = await mailOf(runtime, payload, new Date());
    await sendMail(runtime, mail, signal).catch((error: unknown) => {
      if (!(error instanceof MailFailure)) throw error;
      throw new DeliveryRefusal(error.message, error.summary, error.isPermanent);
    });
  },
  schedule: overADay,
  timeoutMs: 45_000,
  atOnce: 4,
};

async function mailOf(runtime: Runtime, payload: PayloadOf<"mail">, now: Date): Promise<Mail> {
  if (!("message" in payload)) {
    const { purpose: _, ...composed } = payload;
    return composed;
  }
  const { props } = payload.message;
  // Nobody is sent a link that no longer works.
  if ("expiresAt" in props && Date.parse(props.expiresAt) <= now.getTime())
    throw new DeliveryRefusal("the link in it has expired", "expired", true);
  return await renderMail(runtime.config, payload, now, await mailLook(runtime));
}

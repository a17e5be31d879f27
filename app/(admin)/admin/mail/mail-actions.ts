/** What can be done about mail from the administration's pages. */
import { z } from "zod";
import { DomainError } from "#lib/errors/domain-error.ts";
import { messageIdSchema } from "#lib/health/mail/schema.ts";
import { discardMail, retryMail } from "#lib/health/mail/settle-mail.ts";
import { sendTestMail } from "#lib/health/send-test-mail.ts";
import { administrationAction } from "#lib/http/administration-action.ts";
import { translator } from "#lib/i18n/translator.ts";

const message = z.strictObject({ id: messageIdSchema });

/** To whoever asks, and to nobody else. */
export const sendTestMailAction = administrationAction({
  name: "send-test-mail",
  permission: "settings.write",
  form: z.strictObject({}),
  handle: async (ctx) => {
    if (ctx.actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
    const { taken, answer } = await sendTestMail(ctx, { to: ctx.actor.username });
    const t = translator(ctx.locale);
    if (!taken) throw new DomainError("CONFLICT", { message: t("adminMail.testFailed", { answer }) });
    return {};
  },
});

export const retryMailAction = administrationAction({
  name: "retry-mail",
  permission: "settings.write",
  form: message,
  handle: async (ctx, { id }) => {
    await retryMail(ctx, id);
    return {};
  },
});

export const discardMailAction = administrationAction({
  name: "discard-mail",
  permission: "settings.write",
  form: message,
  handle: async (ctx, { id }) => {
    await discardMail(ctx, id);
    return {};
  },
});

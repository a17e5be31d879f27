/** Queues a mail, where mail is configured at all. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import { mailSchema } from "#lib/mail/schema.ts";
import type { MailTemplate, MailTemplateName } from "#lib/mail-templates/schema.ts";
import { takePointOf } from "#lib/rate-limit/rate-limit.ts";
import { mailLocale } from "./mail-locale.ts";
import { queueMessage } from "./queue-message.ts";

/** `queueMail(ctx, tx, { to, locale, subjectUserId, template: "passkey_added", props: { … } })` */
export type QueuedMail = MailTemplate & {
  readonly to: string;
  /** The language that the recipient chose (BCP 47); where they chose none, that of the request. */
  readonly locale: string | null | undefined;
  /** Whose personal data it holds; undefined for somebody who has no account. */
  readonly subjectUserId: UserId | undefined;
};

/** What whoever is in an account can do as often as they like. */
const endless: readonly MailTemplateName[] = [
  "passkey_added",
  "passkey_removed",
  "new_sign_in",
  "recovery_codes_made",
];

/**
 * Written down in the transaction of the act, a few hundred bytes; composed when it is delivered. False when nothing was
 * written: there is no mail server, `to` is a name that is no address, or the person was told of so much within an hour
 * that one mail more is only noise.
 */
export async function queueMail(ctx: Context, tx: Db, mail: QueuedMail): Promise<boolean> {
  const to = mailSchema.shape.to.safeParse(mail.to);
  if (!isMailConfigured(ctx.config) || !to.success) return false;
  const { template, props, locale, subjectUserId } = mail;
  if (subjectUserId && endless.includes(template) && !(await takePointOf(ctx, "notice", subjectUserId)))
    return false;
  await queueMessage(ctx, tx, {
    kind: "mail",
    payload: {
      to: to.data,
      reference: newId<string>(),
      locale: mailLocale(ctx, locale),
      message: { template, props } as MailTemplate,
    },
    ...(subjectUserId === undefined ? {} : { subjectUserId }),
  });
  return true;
}

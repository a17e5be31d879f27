/** Tells the person by mail that a passkey of theirs may have been copied. */
import type { Context } from "#lib/context/context.ts";
import type { CredentialWithOwner } from "#lib/credentials/store.ts";
import type { Db } from "#lib/db/client.ts";
import { formatter, translator } from "#lib/i18n/translator.ts";
import { mailSchema } from "#lib/mail/schema.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";
import { findBrowser } from "../name-passkey.ts";

/** Some authenticators never count right: nobody reads the tenth mail of a day. */
const pauseMs = 86_400_000;

/**
 * Queued in the transaction that marks the passkey; nothing where the username is no e-mail address, no mail server is
 * configured, or the passkey was marked within the last day. `credential` is as it was before this use.
 */
export async function queueCounterNotice(
  ctx: Context,
  tx: Db,
  credential: CredentialWithOwner,
): Promise<void> {
  const { username, cloneSuspectedAt, userId } = credential;
  const to = mailSchema.shape.to.safeParse(username);
  if (!to.success) return;
  if (cloneSuspectedAt && ctx.now.getTime() - cloneSuspectedAt.getTime() < pauseMs) return;
  const subject = translator(ctx.locale)("mail.counterRegressed.subject");
  await queueMail(ctx, tx, {
    to: to.data,
    subject,
    text: composeText(ctx, credential),
    purpose: "counter_regressed",
    subjectUserId: userId,
  });
}

function composeText(ctx: Context, { displayName, name: passkey }: CredentialWithOwner): string {
  const t = translator(ctx.locale);
  const { rpName: instance, baseUrl, counterPolicy } = ctx.config;
  const browser = findBrowser(ctx.userAgent) ?? t("mail.unknownBrowser");
  const when = formatter(ctx.now, ctx.locale).dateTime(ctx.now, { dateStyle: "long", timeStyle: "short" });
  return [
    t("mail.greeting", { name: displayName }),
    "",
    t("mail.counterRegressed.body", { passkey, instance }),
    "",
    t("mail.counterRegressed.when", { when }),
    ctx.ip === ""
      ? t("mail.counterRegressed.where", { browser })
      : t("mail.counterRegressed.whereFrom", { browser, address: ctx.ip }),
    t(counterPolicy === "refuse" ? "mail.counterRegressed.refused" : "mail.counterRegressed.letIn"),
    "",
    t("mail.counterRegressed.notYou", { instance }),
    t("mail.counterRegressed.you"),
    t("mail.account", { url: `${baseUrl}/account` }),
    "",
    t("mail.counterRegressed.again"),
    "",
  ].join("\n");
}

/** What was queued → a mail that can be handed over. */
import type { Config } from "#lib/config/load-config.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translator.ts";
import type { Mail } from "#lib/mail/schema.ts";
import { composeMail } from "./compose-mail.ts";
import { renderHtml } from "./html/render-html.ts";
import type { Desk, MailLook } from "./mail-content.ts";
import { renderText } from "./render-text.ts";
import type { MailTemplate } from "./schema.ts";

export interface Letter {
  readonly to: string;
  readonly reference: string;
  readonly locale: Locale;
  readonly message: MailTemplate;
}

/** Composed with the name, the address and the looks that the instance has now. */
export async function renderMail(
  config: Pick<Config, "rpName" | "baseUrl">,
  { to, reference, locale, message }: Letter,
  now: Date,
  look: MailLook = {},
): Promise<Mail> {
  const desk: Desk = {
    t: translator(locale),
    locale,
    now,
    instance: look.name ?? config.rpName,
    baseUrl: config.baseUrl,
    look,
  };
  const content = composeMail(desk, message);
  return {
    to,
    reference,
    subject: oneLine(content.subject),
    text: renderText(desk, content),
    html: await renderHtml(desk, content),
  };
}

/** The instance's name is in it, and names may hold anything. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ").slice(0, 200);
}

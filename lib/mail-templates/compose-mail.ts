/** A mail's name and facts → what it says, in the recipient's language. */
import { directionOf } from "#lib/i18n/locales.ts";
import type { Desk, MailContent } from "./mail-content.ts";
import { accountMails } from "./mails/account.ts";
import type { Composer, Composers } from "./mails/composer.ts";
import { linkMails } from "./mails/links.ts";
import { passkeyMails } from "./mails/passkeys.ts";
import type { MailTemplate, MailTemplateName } from "./schema.ts";
import { showNames } from "./show-names.ts";

const composers: Composers<MailTemplateName> = { ...accountMails, ...linkMails, ...passkeyMails };

export function composeMail(desk: Desk, { template, props }: MailTemplate): MailContent {
  // The table pairs each name with its facts, which TypeScript cannot follow through the look-up.
  const compose = composers[template] as Composer<MailTemplateName>;
  return compose(desk, showNames(props, directionOf(desk.locale)) as never);
}

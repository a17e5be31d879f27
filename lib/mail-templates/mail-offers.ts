/** What an instance offers only where it can write to people. */
import type { Config } from "#lib/config/load-config.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";

export const mailOffers = ["notices", "addresses", "links", "signInLinks"] as const;
export type MailOffer = (typeof mailOffers)[number];

/** Empty where a mail server is configured. */
export function missingWithoutMail(config: Pick<Config, "mail">): readonly MailOffer[] {
  return isMailConfigured(config) ? [] : mailOffers;
}

/** A sentence for each thing that is missing: for pages, the command line and whoever else has to say it. */
export function missingInWords(config: Pick<Config, "mail">, t: Translate): string[] {
  return missingWithoutMail(config).map((offer) => t(`mail.without.${offer}`));
}

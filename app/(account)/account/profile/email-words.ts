/** The words of the e-mail address's section. */
import type { EmailAddressWords } from "#components/account/email-address.tsx";
import type { Email } from "#lib/accounts/email/schema.ts";
import type { Translate } from "#lib/i18n/translator.ts";

export function emailWords(t: Translate, email: Email, instance: string): EmailAddressWords {
  return {
    confirmed: t("emailAddress.confirmed"),
    unconfirmed: t("emailAddress.unconfirmed"),
    verify: t("emailAddress.verify"),
    pending: pendingText(t, email),
    withdraw: t("emailAddress.withdraw"),
    withdrawn: t("emailAddress.withdrawn"),
    change: t("emailAddress.change"),
    newLabel: t("emailAddress.newLabel"),
    example: t("common.emailExample"),
    send: t("emailAddress.send"),
    confirmHint: t("emailAddress.confirmHint"),
    sent: t("emailAddress.sent"),
    same: t("emailAddress.same"),
    invalid: t("fields.emailInvalid"),
    noMail: t("emailAddress.noMail", { instance }),
    waiting: t("ceremony.starting"),
  };
}

function pendingText(t: Translate, { email, pending }: Email): string | undefined {
  if (!pending) return undefined;
  const isPresent = pending.email === email.toLowerCase();
  return t(isPresent ? "emailAddress.pendingVerify" : "emailAddress.pendingChange", { email: pending.email });
}

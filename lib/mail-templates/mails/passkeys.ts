/** Notices about a person's passkeys. */
import { factsOf, whenFact } from "../facts.ts";
import { accountAction } from "./account-action.ts";
import type { Composers } from "./composer.ts";

export const passkeyMails: Composers<
  "passkey_added" | "passkey_removed" | "passkey_revoked" | "counter_regression"
> = {
  passkey_added: (desk, { name, passkey, occasion }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.passkeyAdded.subject", { instance }),
      title: t("mail.passkeyAdded.title"),
      name,
      paragraphs: [t("mail.passkeyAdded.body", { passkey })],
      facts: factsOf(desk, occasion),
      action: accountAction(desk),
      closing: [t("mail.you"), t("mail.notYou", { instance })],
    };
  },

  passkey_removed: (desk, { name, passkey, occasion }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.passkeyRemoved.subject", { instance }),
      title: t("mail.passkeyRemoved.title"),
      name,
      paragraphs: [t("mail.passkeyRemoved.body", { passkey })],
      facts: factsOf(desk, occasion),
      action: accountAction(desk),
      closing: [t("mail.you"), t("mail.notYou", { instance })],
    };
  },

  passkey_revoked: (desk, { name, passkey, at }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.passkeyRevoked.subject", { instance }),
      title: t("mail.passkeyRevoked.title"),
      name,
      paragraphs: [t("mail.passkeyRevoked.body", { passkey })],
      facts: [whenFact(desk, at)],
      closing: [t("mail.passkeyRevoked.help", { instance })],
    };
  },

  counter_regression: (desk, { name, passkey, refused, occasion }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.counterRegressed.subject"),
      title: t("mail.counterRegressed.title"),
      name,
      paragraphs: [
        t("mail.counterRegressed.body", { passkey, instance }),
        t(refused ? "mail.counterRegressed.refused" : "mail.counterRegressed.letIn"),
      ],
      facts: factsOf(desk, occasion),
      action: accountAction(desk),
      closing: [
        t("mail.counterRegressed.notYou", { instance }),
        t("mail.counterRegressed.you"),
        t("mail.counterRegressed.again"),
      ],
    };
  },
};

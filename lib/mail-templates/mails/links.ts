/** Mails with a link that is used once. */
import { factsOf, timeLeft } from "../facts.ts";
import type { Desk } from "../mail-content.ts";
import type { Composers } from "./composer.ts";

export const linkMails: Composers<"verify_email" | "invitation" | "recovery_link" | "sign_in_link"> = {
  verify_email: (desk, { name, link, expiresAt, change }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.verifyEmail.subject", { instance }),
      title: t("mail.verifyEmail.title"),
      name,
      paragraphs: [t(change ? "mail.verifyEmail.changeBody" : "mail.verifyEmail.body", { instance })],
      action: { label: t("mail.verifyEmail.action"), url: link },
      closing: [linkWorks(desk, expiresAt), t("mail.ask")],
    };
  },

  invitation: (desk, { invitedBy, link, expiresAt }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.invitation.subject", { instance }),
      title: t("mail.invitation.title", { instance }),
      paragraphs: [
        invitedBy === null
          ? t("mail.invitation.body", { instance })
          : t("mail.invitation.bodyFrom", { name: invitedBy, instance }),
        t("mail.invitation.noPassword"),
      ],
      action: { label: t("mail.invitation.action"), url: link },
      closing: [
        t("mail.invitation.expires", { time: timeLeft(desk, expiresAt) }),
        t("mail.invitation.unexpected"),
      ],
      stranger: true,
    };
  },

  recovery_link: (desk, { name, link, expiresAt }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.recoveryLink.subject", { instance }),
      title: t("mail.recoveryLink.title"),
      name,
      paragraphs: [t("mail.recoveryLink.body", { instance })],
      action: { label: t("mail.recoveryLink.action"), url: link },
      closing: [linkWorks(desk, expiresAt), t("mail.recoveryLink.secret", { instance })],
    };
  },

  sign_in_link: (desk, { name, link, expiresAt, occasion }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.signInLink.subject", { instance }),
      title: t("mail.signInLink.title"),
      name,
      paragraphs: [t("mail.signInLink.body", { instance })],
      facts: factsOf(desk, occasion),
      action: { label: t("mail.signInLink.action"), url: link },
      closing: [linkWorks(desk, expiresAt), t("mail.signInLink.notYou")],
    };
  },
};

function linkWorks(desk: Desk, expiresAt: string): string {
  return desk.t("mail.linkWorks", { time: timeLeft(desk, expiresAt) });
}

/** Notices about a person's account, and the test. */
import { factsOf, whenFact } from "../facts.ts";
import { accountAction } from "./account-action.ts";
import type { Composers } from "./composer.ts";

export const accountMails: Composers<
  | "email_change_requested"
  | "email_changed"
  | "new_sign_in"
  | "recovery_used"
  | "recovery_codes_made"
  | "account_deleted"
  | "test"
> = {
  email_change_requested: (desk, { name, occasion }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.emailChangeRequested.subject", { instance }),
      title: t("mail.emailChangeRequested.title"),
      name,
      paragraphs: [t("mail.emailChangeRequested.body", { instance })],
      facts: factsOf(desk, occasion),
      action: accountAction(desk),
      closing: [t("mail.you"), t("mail.notYou", { instance })],
    };
  },

  email_changed: (desk, { name, occasion }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.emailChanged.subject", { instance }),
      title: t("mail.emailChanged.title"),
      name,
      paragraphs: [t("mail.emailChanged.body", { instance })],
      facts: factsOf(desk, occasion),
      closing: [t("mail.you"), t("mail.notYouTell", { instance })],
    };
  },

  new_sign_in: (desk, { name, occasion }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.newSignIn.subject", { instance }),
      title: t("mail.newSignIn.title"),
      name,
      paragraphs: [t("mail.newSignIn.body")],
      facts: factsOf(desk, occasion),
      action: accountAction(desk),
      closing: [t("mail.you"), t("mail.notYou", { instance })],
    };
  },

  recovery_used: (desk, { name, way, occasion }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.recoveryUsed.subject", { instance }),
      title: t("mail.recoveryUsed.title"),
      name,
      paragraphs: [t(`mail.recoveryUsed.${way}`)],
      facts: factsOf(desk, occasion),
      action: accountAction(desk),
      closing: [t("mail.you"), t("mail.notYou", { instance })],
    };
  },

  recovery_codes_made: (desk, { name, occasion }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.recoveryCodesMade.subject", { instance }),
      title: t("mail.recoveryCodesMade.title"),
      name,
      paragraphs: [t("mail.recoveryCodesMade.body")],
      facts: factsOf(desk, occasion),
      action: accountAction(desk),
      closing: [t("mail.you"), t("mail.notYou", { instance })],
    };
  },

  account_deleted: (desk, { name, byAdministrator, at }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.accountDeleted.subject", { instance }),
      title: t("mail.accountDeleted.title"),
      name,
      paragraphs: [
        t(byAdministrator ? "mail.accountDeleted.byAdministrator" : "mail.accountDeleted.body", { instance }),
      ],
      facts: [whenFact(desk, at)],
      closing: [t("mail.accountDeleted.wrong", { instance })],
    };
  },

  test: (desk, { at }) => {
    const { t, instance } = desk;
    return {
      subject: t("mail.test.subject", { instance }),
      title: t("mail.test.title"),
      paragraphs: [t("mail.test.body", { instance })],
      facts: [whenFact(desk, at)],
      closing: [],
      stranger: true,
    };
  },
};

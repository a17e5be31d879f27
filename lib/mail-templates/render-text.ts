/** The plain text part: what is read by screens, watches and people who want no HTML. */
import type { Desk, MailContent } from "./mail-content.ts";

export function renderText({ t, instance, baseUrl }: Desk, content: MailContent): string {
  const { title, name, paragraphs, facts = [], action, closing, stranger } = content;
  const blocks = [
    title,
    ...(name === undefined ? [] : [t("mail.greeting", { name })]),
    ...paragraphs,
    facts.map(({ label, value }) => `${label}: ${value}`).join("\n"),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...closing,
    [
      "-- ",
      t(stranger ? "mail.becauseNoAccount" : "mail.because", { instance }),
      t("mail.unanswered"),
      baseUrl,
    ].join("\n"),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

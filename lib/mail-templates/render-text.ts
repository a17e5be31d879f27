/** The plain text part: what is read by screens, watches and people who want no HTML. */
import { directionOf } from "#lib/i18n/locales.ts";
import type { Desk, Fact, MailContent } from "./mail-content.ts";

export function renderText(desk: Desk, content: MailContent): string {
  const { t, instance, baseUrl, look } = desk;
  const { title, name, paragraphs, facts = [], action, closing, stranger } = content;
  const blocks = [
    title,
    ...(name === undefined ? [] : [t("mail.greeting", { name })]),
    ...paragraphs,
    facts.map((fact) => factLine(desk, fact)).join("\n"),
    ...(action ? [`${action.label}\n${action.url}`] : []),
    ...closing,
    [
      "-- ",
      t(stranger ? "mail.becauseNoAccount" : "mail.because", { instance }),
      t("mail.unanswered"),
      ...(look.support ? [supportLine(desk, look.support)] : []),
      baseUrl,
    ].join("\n"),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function supportLine({ t }: Desk, { text, href }: NonNullable<Desk["look"]["support"]>): string {
  const address = href?.replace(/^mailto:/, "");
  const known = address === undefined || text === address || address === `https://${text}`;
  return [t("common.help"), text, ...(known ? [] : [decodeURIComponent(address)])].join(" ");
}

/** The isolate keeps an address in its order within a line that runs from right to left. */
function factLine({ t, locale }: Desk, { label, value, code }: Fact): string {
  const turned = code && directionOf(locale) === "rtl";
  return t("mail.fact", { label, value: turned ? `\u2066${value}\u2069` : value });
}

/** `latchkey mail test`: whether mails arrive, in the server's own words. */
import { DomainError } from "#lib/errors/domain-error.ts";
import { sendTestMail } from "#lib/health/send-test-mail.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { type Command, requiredTextOf, textOf } from "./command.ts";

export const mailTest: Command = {
  name: "mail test",
  summary: "Send a test mail now, and print what the mail server answered.",
  usage: ["--to EMAIL", "[--language LANGUAGE]  of the mail (en)"],
  options: { to: { type: "string" }, language: { type: "string" } },
  run: async (ctx, values) => {
    const to = requiredTextOf("mail test", values, "to");
    const language = textOf(values, "language");
    const { taken, answer } = await sendTestMail(ctx, {
      to,
      ...(language === undefined ? {} : { locale: language as Locale }),
    });
    const server = `${ctx.config.mail?.host}:${ctx.config.mail?.port}`;
    if (!taken)
      throw new DomainError("SERVICE_UNAVAILABLE", {
        message: `${server} did not take the mail:\n  ${answer}`,
      });
    return `${server} took the mail for ${to}:\n  ${answer}`;
  },
};

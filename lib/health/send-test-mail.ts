/** A mail to see whether mails arrive: handed over at once, and not by way of the outbox, to hear what the server says. */
import { z } from "zod";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { mailLook } from "#lib/branding/mail-look.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkInput } from "#lib/groups/check-input.ts";
import { locales } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translator.ts";
import { MailFailure } from "#lib/mail/mail-failure.ts";
import { mailSchema } from "#lib/mail/schema.ts";
import { sendMail } from "#lib/mail/send-mail.ts";
import { missingInWords } from "#lib/mail-templates/mail-offers.ts";
import { renderMail } from "#lib/mail-templates/render-mail.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";

export const testMailSchema = z.strictObject({
  to: mailSchema.shape.to,
  locale: z.enum(locales, `must be one of: ${locales.join(", ")}`).optional(),
});

export type TestMail = z.input<typeof testMailSchema>;

export interface TestMailOutcome {
  readonly taken: boolean;
  /** The server's own words, or why it was not reached. For whoever asked: they may repeat the address. */
  readonly answer: string;
}

/** Shorter than anybody waits for a page. */
const patienceMs = 20_000;

/**
 * For operators, and administrators who have just confirmed.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR; CONFLICT where no mail server is configured
 */
export async function sendTestMail(ctx: Context, input: TestMail): Promise<TestMailOutcome> {
  checkPermission(ctx, "settings.write");
  const { to, locale = ctx.locale } = checkInput(testMailSchema, input);
  if (!ctx.config.mail)
    throw new DomainError("CONFLICT", {
      message: [
        "No mail server is configured: set SMTP_URL and MAIL_FROM. Until then:",
        ...missingInWords(ctx.config, translator(ctx.locale)),
      ].join("\n"),
    });
  const message = { template: "test", props: { at: ctx.now.toISOString() } } as const;
  const letter = { to, reference: newId<string>(), locale, message };
  const mail = await renderMail(ctx.config, letter, ctx.now, await mailLook(ctx));
  const failure = await handOver(ctx, mail);
  await appendAuditEvent(ctx, ctx.db, {
    action: "mail.tested",
    ...("summary" in failure ? { outcome: "failure", reason: failure.summary } : { outcome: "success" }),
  });
  return { taken: !("summary" in failure), answer: failure.answer };
}

async function handOver(
  ctx: Context,
  mail: Parameters<typeof sendMail>[1],
): Promise<{ readonly answer: string; readonly summary?: string }> {
  try {
    return { answer: await sendMail(ctx, mail, AbortSignal.timeout(patienceMs)) };
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    return { answer: error.answer ?? error.message, summary: error.summary };
  }
}

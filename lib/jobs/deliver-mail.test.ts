import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OutboxMessageId, UserId } from "#drizzle/schema/ids.ts";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import type { Runtime } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { directionOf, locales } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translator.ts";
import type { MailTemplate } from "#lib/mail-templates/schema.ts";
import { type QueuedMail, queueMail } from "#lib/outbox/queue-mail.ts";
import { sealPayload } from "#lib/outbox/seal-payload.ts";
import { everyMail } from "#lib/testing/every-mail.ts";
import { type ReadMail, readMail } from "#lib/testing/read-mail.ts";
import { startSmtpServer, type TestSmtpServer } from "#lib/testing/smtp-server.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { deliverOutbox } from "./deliver-outbox.ts";

let t: TestDatabase;
let server: TestSmtpServer;
let runtime: Runtime;

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.sql`delete from outbox_messages`;
  server = await startSmtpServer();
  runtime = t.runtime({
    SMTP_URL: `smtp://localhost:${server.port}`,
    MAIL_FROM: "Our House <id@example.com>",
    RP_NAME: "Our House",
  });
});
afterEach(() => server.close());

const link = "https://id.example.com/way-in?token=p3m7k2QvX9bLzR4tYwN8cJ5dHfG6sA1eUiOqWxZ0vB1";
const to = "ana@example.com";
const deliver = () => deliverOutbox(runtime, new Date(), new AbortController().signal);
const row = async () => (await t.db.select().from(outboxMessages))[0];

async function queue(message: MailTemplate, locale: string | undefined): Promise<void> {
  const mail = { ...message, to, locale, subjectUserId: newId<UserId>() } as QueuedMail;
  expect(await queueMail(t.context({ ...runtime, now: new Date() }), t.db, mail)).toBe(true);
}

async function arrived(): Promise<ReadMail[]> {
  return await Promise.all(server.received.map(readMail));
}

describe.each(locales)("mails in %s", (locale) => {
  it("arrive, all of them, as text and as HTML, with their links", async () => {
    const messages = everyMail({ name: "Ana", passkey: "Blue key", link }, new Date());
    for (const message of messages) await queue(message, locale);
    expect(await deliver()).toBe(messages.length);
    const mails = await arrived();
    expect(mails).toHaveLength(messages.length);
    const unanswered = translator(locale)("mail.unanswered");
    for (const mail of mails) {
      expect(mail.to).toEqual([to]);
      expect(mail.subject).toMatch(/\S/);
      expect(mail.text).toContain(unanswered);
      expect(mail.html).toContain(unanswered);
      expect(mail.html).toContain(`<html lang="${locale}" dir="${directionOf(locale)}">`);
    }
    const withLink = messages.filter(({ props }) => "link" in props).length;
    expect(mails.filter(({ text, html }) => text.includes(link) && html.includes(link))).toHaveLength(
      withLink,
    );
  });
});

describe("a mail", () => {
  it("has the usual headers and one recipient, whatever people are called", async () => {
    const hostile = {
      name: "Ana\r\nBcc: eve@evil.example\r\n\r\n<script>",
      passkey: "key\nX-Spam: no",
      link,
    };
    for (const message of everyMail(hostile, new Date())) await queue(message, "en");
    await deliver();
    const mails = await arrived();
    const names = [
      "from",
      "to",
      "subject",
      "message-id",
      "auto-submitted",
      "date",
      "mime-version",
      "content-type",
    ];
    for (const { headers } of mails) expect([...headers].sort()).toEqual([...names].sort());
    expect(server.received.flatMap((one) => one.to)).toEqual(mails.map(() => to));
    expect(mails.map(({ subject }) => subject).join("\n")).not.toMatch(/Ana|evil|Spam/);
  });

  it("is tried again until it is taken, and is the same one then", async () => {
    await queue({ template: "test", props: { at: new Date().toISOString() } }, "en");
    server.refuseWith = () => ({ code: 451, words: "later" });
    await deliver();
    expect(await row()).toMatchObject({ attempts: 1, lastError: "451 RCPT TO", deliveredAt: null });
    server.refuseWith = () => undefined;
    await t.sql`update outbox_messages set available_at = now() - interval '1 second'`;
    await deliver();
    expect(await row()).toMatchObject({ attempts: 2, lastError: null });
    expect(await arrived()).toHaveLength(1);
  });

  it("is composed when it is delivered: with the name that the instance has then", async () => {
    await queue({ template: "test", props: { at: new Date().toISOString() } }, "en");
    runtime = { ...runtime, config: { ...runtime.config, rpName: "Another House" } };
    await deliver();
    expect((await arrived())[0]?.subject).toBe("A test mail from Another House");
  });

  it("with a link that has expired meanwhile is given up", async () => {
    const expiresAt = new Date(Date.now() - 1000).toISOString();
    await queue({ template: "recovery_link", props: { name: "Ana", link, expiresAt } }, "en");
    await deliver();
    expect(server.connections()).toBe(0);
    expect(await row()).toMatchObject({ lastError: "expired", deliveredAt: null });
    expect((await row())?.failedAt).not.toBeNull();
  });

  it("that was composed when it was queued, as an earlier version did, is delivered as it is", async () => {
    const id = newId<OutboxMessageId>();
    const payload = {
      to,
      subject: "Your passkey may have been copied",
      text: "Words of then.",
      reference: "r-1",
      purpose: "counter_regressed",
    };
    const envelope = { subjectUserId: newId<UserId>(), payload };
    const now = new Date();
    await t.db.insert(outboxMessages).values({
      id,
      kind: "mail",
      payload: sealPayload(runtime.keyring, { id, kind: "mail" }, envelope),
      createdAt: now,
      availableAt: now,
      attempts: 0,
    });
    await deliver();
    expect(await arrived()).toMatchObject([{ subject: payload.subject, text: "Words of then.\n" }]);
  });
});

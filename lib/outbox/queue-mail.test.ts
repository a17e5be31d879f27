import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UserId } from "#drizzle/schema/ids.ts";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { occasionOf } from "./occasion-of.ts";
import { type QueuedMail, queueMail } from "./queue-mail.ts";

let t: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  t = await testDatabase({ SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com" });
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.sql`delete from outbox_messages`;
  ctx = t.context({ locale: "fr" });
});

const test: QueuedMail = {
  to: "ana@example.com",
  locale: undefined,
  subjectUserId: undefined,
  template: "test",
  props: { at: testNow.toISOString() },
};
const queue = (change: Partial<QueuedMail> = {}, of = ctx) =>
  queueMail(of, t.db, { ...test, ...change } as QueuedMail);
const count = async () => (await t.db.select({ id: outboxMessages.id }).from(outboxMessages)).length;

describe("queueing a mail", () => {
  it.each([
    ["de", "de"],
    ["de-CH", "de"],
    ["AR", "ar"],
    ["pt-BR", "fr"],
    ["", "fr"],
    [null, "fr"],
    [undefined, "fr"],
  ])("for whoever chose %j is in %s", async (chosen, locale) => {
    expect(await queue({ locale: chosen })).toBe(true);
    expect(await queuedMails(t)).toMatchObject([{ locale }]);
  });

  it.each(["ana", "", "ana@example.com, eve@example.com", "ana@example.com\r\nBcc: eve@example.com"])(
    "writes nothing to %j, which is no address",
    async (to) => {
      expect(await queue({ to })).toBe(false);
      expect(await count()).toBe(0);
    },
  );

  it.each([{ at: "today" }, { at: testNow.toISOString(), more: "x" }, {}])(
    "refuses facts that are not the mail's: %j",
    async (props) => {
      await expect(queue({ props } as never)).rejects.toThrow();
      expect(await count()).toBe(0);
    },
  );

  it("is small: nothing is composed yet", async () => {
    await queue({ template: "new_sign_in", props: { name: "Ana", occasion: occasionOf(ctx) } });
    const [row] = await t.db.select().from(outboxMessages);
    expect(row?.payload.length).toBeLessThan(600);
  });
});

describe("whoever does the same again and again in an account", () => {
  const limited = () =>
    t.context(t.runtime({ RATE_LIMIT_ENABLED: "true", RATE_LIMIT_REQUESTS: "30", RATE_LIMIT_WINDOW: "60" }));
  const added = (subjectUserId: UserId) =>
    ({
      to: `${randomUUID()}@example.com`,
      subjectUserId,
      template: "passkey_added",
      props: { name: "Ana", passkey: "Blue key", occasion: occasionOf(ctx) },
    }) as const;

  it("cannot flood the address, nor what others are told, nor keep graver news from the person", async () => {
    const of = limited();
    const [one, other] = [newId<UserId>(), newId<UserId>()];
    const sent = [];
    for (let times = 0; times < 8; times += 1) sent.push(await queue(added(one), of));
    expect(sent.filter(Boolean)).toHaveLength(6);
    expect(await queue(added(other), of)).toBe(true);
    const props = { name: "Ana", occasion: occasionOf(ctx) };
    expect(await queue({ subjectUserId: one, template: "email_changed", props }, of)).toBe(true);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { type Person, signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { queuedMails } from "#lib/testing/queued-mails.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";

const smtp = { SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com", RP_NAME: "Our House" };
const chrome = "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36";
let t: TestDatabase;
let person: Person;
let counter = 0;

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.sql`delete from outbox_messages`;
  counter += 1;
  person = await signUp(t.context(), {
    username: `person${counter}@example.com`,
    authenticator: { counter: "counting" },
  });
  await signIn(t.context(), person.authenticator);
});

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const context = (overrides: Partial<Context> = {}, variables: Record<string, string> = smtp) =>
  t.context({ ...t.runtime(variables), userAgent: chrome, ip: "198.51.100.7", ...overrides });
/** A sign-in whose counter is the one of the time before. */
const signInAgain = (ctx: Context) => signIn(ctx, person.authenticator, { deviation: { signCount: 2 } });

const queued = async () =>
  (await queuedMails(t, smtp)).filter(({ message }) => message.template === "counter_regression");

describe("the mail about a counter that did not grow", () => {
  it("tells the person which passkey, when, where, what happened and what to do", async () => {
    await signInAgain(context());
    const [message, ...others] = await queued();
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      subjectUserId: person.user.id,
      to: person.user.username,
      locale: "en",
      message: { template: "counter_regression", props: { refused: false } },
    });
    for (const words of [
      `Hello person${counter}@\u2060example.\u2060com,`,
      `“${person.passkey.name}” for Our House`,
      "When: June 1, 2026 at 12:00 PM (UTC)",
      "Device: Chrome on Linux",
      "Address: 198.51.100.7",
      "was accepted",
      "https://id.example.com/account",
    ])
      expect(message?.mail.text).toContain(words);
  });

  it("is written too where the sign-in is refused, and says so", async () => {
    const ctx = context({}, { ...smtp, COUNTER_POLICY: "refuse" });
    await expect(signInAgain(ctx)).rejects.toMatchObject({ code: "COUNTER_REGRESSION" });
    const messages = await queued();
    expect(messages).toHaveLength(1);
    expect(messages[0]?.mail.text).toContain("was refused");
  });

  it("is not written when the counter grows", async () => {
    await signIn(context(), person.authenticator);
    expect(await queued()).toEqual([]);
  });

  it("is not written where there is no mail server", async () => {
    await signInAgain(context({}, {}));
    expect(await queued()).toEqual([]);
  });

  it("is not written to a name that is no address", async () => {
    await t.sql`update users set username = ${`person-${counter}`} where id = ${person.user.id}`;
    await signInAgain(context());
    expect(await queued()).toEqual([]);
  });

  it("is written once a day for a passkey", async () => {
    await signInAgain(context());
    await signInAgain(context({ now: later(86_399) }));
    expect(await queued()).toHaveLength(1);
    await signInAgain(context({ now: later(2 * 86_400) }));
    expect(await queued()).toHaveLength(2);
  });

  it("does without address and browser where nobody knows them, and takes odd names as they are", async () => {
    await t.sql`update credentials set name = ${"a{b}<c>'\r\nBcc: d"} where id = ${person.passkey.id}`;
    await signInAgain(context({ ip: "", userAgent: "curl" }));
    const [message] = await queued();
    expect(message?.mail.text).toContain("Device: unknown\n\n");
    expect(message?.mail.text).toContain("“a{b}<c>' Bcc: d”");
    expect(message?.mail.subject).not.toContain("Bcc");
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import { outboxMessages } from "#drizzle/schema/outbox.ts";
import type { Runtime } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { createLogger } from "#lib/log/logger.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";
import { startSmtpServer, type TestSmtpServer } from "#lib/testing/smtp-server.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { deliverOutbox, outboxDeliverers } from "./deliver-outbox.ts";

let t: TestDatabase;
let server: TestSmtpServer;
let runtime: Runtime;
let lines: string[];
const running = new AbortController().signal;
const subjectUserId = newId<UserId>();

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.sql`delete from outbox_messages`;
  server = await startSmtpServer();
  lines = [];
  const log = createLogger({ level: "debug", format: "json" }, { write: (line) => void lines.push(line) });
  const variables = { SMTP_URL: `smtp://user:s3cret@localhost:${server.port}`, MAIL_FROM: "id@example.com" };
  runtime = { ...t.runtime(variables), log };
});
afterEach(() => server.close());

const queue = () =>
  t.db.transaction((tx) =>
    queueMail(t.context({ ...runtime, now: new Date() }), tx, {
      to: "ana@example.com",
      locale: undefined,
      subjectUserId,
      template: "passkey_revoked",
      props: { name: "Ana of the House", passkey: "Blue key", at: "2026-06-01T12:00:00.000Z" },
    }),
  );
const round = () => deliverOutbox(runtime, new Date(), running);
/** Makes what waits for its next attempt due now. */
const passTime = () => t.sql`update outbox_messages set available_at = now() - interval '1 second'`;
const row = async () => (await t.db.select().from(outboxMessages))[0];

describe("delivering mails", () => {
  it("hands over what was queued, once", async () => {
    await queue();
    expect(await round()).toBe(1);
    expect(await round()).toBe(0);
    expect(server.received).toMatchObject([{ from: "id@example.com", to: ["ana@example.com"] }]);
    expect(server.received[0]?.raw).toContain("Ana of the House");
  });

  it("tries again after a 4xx until the mail is taken", async () => {
    await queue();
    let refusals = 0;
    server.refuseWith = () => {
      refusals += 1;
      return refusals <= 2 ? { code: 451, words: "ana@example.com: come back later" } : undefined;
    };
    await round();
    expect(await row()).toMatchObject({ attempts: 1, lastError: "451 RCPT TO", deliveredAt: null });
    expect(await round()).toBe(0);
    await passTime();
    await round();
    await passTime();
    await round();
    expect(await row()).toMatchObject({ attempts: 3, lastError: null });
    expect(server.received).toHaveLength(1);
    expect(lines.join("")).toContain("a delivery failed");
    expect(lines.join("")).not.toMatch(/ana@example|s3cret|Ana of|Blue key/);
  });

  it("keeps the mail while the server is away", async () => {
    await queue();
    const { port } = server;
    await server.close();
    await round();
    expect(await row()).toMatchObject({ deliveredAt: null, failedAt: null });
    expect((await row())?.lastError).toMatch(/^E[A-Z]+/);
    expect(port).toBeGreaterThan(0);
    server = await startSmtpServer();
  });

  it("gives up a recipient that the server will never take, and says for whom in the trail alone", async () => {
    await queue();
    server.refuseWith = () => ({ code: 550, words: "no such user ana@example.com" });
    await round();
    expect(await row()).toMatchObject({ attempts: 1, lastError: "550 RCPT TO" });
    expect((await row())?.failedAt).not.toBeNull();
    const events = await t.db.select().from(auditEvents);
    expect(events.filter(({ action }) => action === "outbox.given_up")).toMatchObject([
      { subjectUserId, reason: "550 RCPT TO", details: { kind: "mail", purpose: "passkey_revoked" } },
    ]);
    expect(lines.join("")).not.toContain("ana@example");
  });

  it("leaves mails alone where no mail server is configured", () => {
    expect(Object.keys(outboxDeliverers(t.runtime()))).toEqual(["logout_token"]);
    expect(Object.keys(outboxDeliverers(runtime))).toEqual(["logout_token", "mail"]);
  });
});

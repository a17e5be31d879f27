import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { Context } from "#lib/context/context.ts";
import { createLogger } from "#lib/log/logger.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { readMail } from "#lib/testing/read-mail.ts";
import { startSmtpServer, type TestSmtpServer } from "#lib/testing/smtp-server.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { sendTestMail } from "./send-test-mail.ts";

let t: TestDatabase;
let server: TestSmtpServer;
let lines: string[];
let operator: Context;

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  server = await startSmtpServer();
  lines = [];
  const log = createLogger({ level: "trace", format: "json" }, { write: (line) => void lines.push(line) });
  const variables = { SMTP_URL: `smtp://localhost:${server.port}`, MAIL_FROM: "id@example.com" };
  operator = t.context({ ...t.runtime(variables), log, actor: { type: "operator" } });
});
afterEach(() => server.close());

const to = "ana@example.com";
const received = (index: number) => server.received[index] ?? { raw: "" };
const trail = () => t.db.select().from(auditEvents).where(eq(auditEvents.requestId, operator.requestId));

describe("a test mail", () => {
  it("arrives at once, in the language asked for, and tells what the server said", async () => {
    const outcome = await sendTestMail(operator, { to, locale: "fr" });
    expect(outcome).toEqual({ taken: true, answer: expect.stringMatching(/^250 /) });
    expect(server.received).toMatchObject([{ to: [to] }]);
    expect((await readMail(received(0))).html).toContain('lang="fr"');
    expect(await trail()).toMatchObject([{ action: "mail.tested", outcome: "success" }]);
  });

  it("tells in the server's own words why it was refused, to whoever asked and nobody else", async () => {
    server.refuseWith = (recipient) => ({ code: 550, words: `no ${recipient} here` });
    expect(await sendTestMail(operator, { to })).toEqual({
      taken: false,
      answer: expect.stringContaining("550 no ana@example.com here"),
    });
    const events = await trail();
    expect(events).toMatchObject([{ action: "mail.tested", outcome: "failure", reason: "550 RCPT TO" }]);
    expect(JSON.stringify(events) + lines.join("")).not.toContain("here");
  });

  it("tells that nobody answers", async () => {
    await server.close();
    expect(await sendTestMail(operator, { to })).toMatchObject({
      taken: false,
      answer: expect.stringContaining("ECONNREFUSED"),
    });
    server = await startSmtpServer();
  });

  it("says what is not offered where no mail server is configured", async () => {
    const { config } = t.runtime();
    await expect(sendTestMail({ ...operator, config }, { to })).rejects.toMatchObject({
      code: "CONFLICT",
      publicMessage: expect.stringMatching(/SMTP_URL and MAIL_FROM[\s\S]*sign-in link/),
    });
  });

  it.each([{ to: "ana" }, { to: "ana@example.com, eve@example.com" }, { to, locale: "tlh" }])(
    "is not sent for %j",
    async (input) => {
      await expect(sendTestMail(operator, input as never)).rejects.toMatchObject({
        code: "VALIDATION_ERROR",
      });
      expect(server.connections()).toBe(0);
    },
  );

  it("is for operators, and administrators who have just confirmed", async () => {
    for (const role of ["user", "auditor", "helpdesk"] as const) {
      const { actor } = await buildUser(t.db, { role });
      await expect(sendTestMail({ ...operator, actor }, { to })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(sendTestMail({ ...operator, actor: { type: "anonymous" } }, { to })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const built = await buildUser(t.db, { role: "admin" });
    const actor = { ...built.actor, amr: ["hwk", "user", "mfa"] };
    const stale = new Date(testNow.getTime() + 1_200_000);
    await expect(sendTestMail({ ...operator, actor, now: stale }, { to })).rejects.toMatchObject({
      code: "STEP_UP_REQUIRED",
    });
    expect(server.connections()).toBe(0);
    expect((await sendTestMail({ ...operator, actor }, { to })).taken).toBe(true);
  });
});

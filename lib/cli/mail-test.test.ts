import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { readMail } from "#lib/testing/read-mail.ts";
import { startSmtpServer, type TestSmtpServer } from "#lib/testing/smtp-server.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { mailTest } from "./mail-test.ts";
import { UsageError } from "./usage-error.ts";

let t: TestDatabase;
let server: TestSmtpServer;
let ctx: Context;
beforeAll(async () => {
  t = await testDatabase();
  server = await startSmtpServer();
  const smtp = { SMTP_URL: `smtp://localhost:${server.port}`, MAIL_FROM: "id@example.com" };
  ctx = t.context({ ...t.runtime(smtp), actor: { type: "operator" } });
});
afterAll(async () => {
  await server.close();
  await t.close();
});

it("wants to know to whom", async () => {
  await expect(mailTest.run(ctx, {})).rejects.toThrow(UsageError);
});

it("prints where the mail went, and the server's answer, taken or not", async () => {
  const host = `localhost:${server.port}`;
  expect(await mailTest.run(ctx, { to: "ana@example.com", language: "ar" })).toMatch(
    new RegExp(`^${host} took the mail for ana@example\\.com:\n  250 `),
  );
  const [mail] = server.received;
  expect((await readMail(mail ?? { raw: "" })).html).toContain('dir="rtl"');
  server.refuseWith = () => ({ code: 450, words: "come back later" });
  await expect(mailTest.run(ctx, { to: "ana@example.com" })).rejects.toMatchObject({
    publicMessage: expect.stringMatching(/did not take the mail:\n {2}450 come back later/),
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutboxMessageId } from "#drizzle/schema/ids.ts";
import { newId } from "#lib/crypto/random.ts";
import { openPool } from "#lib/db/client.ts";
import { insertMessage, settleAttempt } from "#lib/outbox/store.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { checkClock } from "./check-clock.ts";
import { diskRow } from "./check-disk.ts";
import { checkHealth } from "./check-health.ts";
import { checkMail } from "./check-mail.ts";
import { worstOf } from "./report.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe("checkHealth", () => {
  it("is unhealthy without a signing key, and healthy with one", async () => {
    const runtime = database.runtime({ DATABASE_URL: "postgres://somewhere/else" });
    expect(await checkHealth(runtime)).toMatchObject({ status: "unhealthy" });
    await ensureSigningKeys(runtime);
    const report = await checkHealth(runtime);
    expect(report.status).toBe("healthy");
    expect(report.parts.map((part) => part.name)).toEqual(["database", "signing_keys", "clock", "mail"]);
  });

  it("looks at the disk where the database is embedded", async () => {
    const report = await checkHealth(database.runtime({ DATA_DIR: "/" }));
    expect(report.parts.map((part) => part.name)).toContain("disk");
  });

  it("is unhealthy while the database is away, and names neither host nor reason", async () => {
    const pool = openPool(
      { url: "postgres://nobody@127.0.0.1:1/none" },
      { maxConnections: 1, statementTimeoutMs: 1000, applicationName: "test" },
    );
    const report = await checkHealth({
      ...database.runtime({ DATABASE_URL: "postgres://a/b" }),
      db: pool.db,
    });
    expect(report).toEqual({
      status: "unhealthy",
      parts: [{ name: "database", status: "unhealthy", message: "The database does not answer." }],
    });
    await pool.close();
  });
});

describe("the mail row", () => {
  const smtp = { SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "id@example.com" };

  it("says whether there is a server, and what the last failure was", async () => {
    expect(await checkMail(database.runtime(), testNow)).toMatchObject({
      status: "healthy",
      message: "No mail server is configured, so nobody is written to.",
    });
    const runtime = database.runtime(smtp);
    expect(await checkMail(runtime, testNow)).toMatchObject({ status: "healthy" });
    const id = newId<OutboxMessageId>();
    const columns = { payload: new Uint8Array(1), createdAt: testNow, availableAt: testNow, attempts: 1 };
    await insertMessage(database.db, { id, kind: "mail", ...columns, lastError: "451 RCPT TO" });
    expect(await checkMail(runtime, testNow)).toEqual({
      name: "mail",
      status: "degraded",
      message: "A mail waits to be tried again (451 RCPT TO).",
    });
    await settleAttempt(database.db, { id, attempts: 1 }, { failedAt: testNow });
    expect((await checkMail(runtime, testNow)).message).toBe("A mail could not be delivered (451 RCPT TO).");
    const dayAfter = new Date(testNow.getTime() + 86_400_001);
    expect(await checkMail(runtime, dayAfter)).toMatchObject({ status: "healthy" });
  });
});

describe("the parts", () => {
  it("tolerate two seconds between the clocks", () => {
    expect(checkClock(1_999).status).toBe("healthy");
    expect(checkClock(-90_000)).toMatchObject({
      status: "degraded",
      message: expect.stringContaining("90 s"),
    });
  });

  it("warn below a gibibyte of disk and give up below 64 MiB", () => {
    expect([4096, 1000, 63].map((free) => diskRow(free).status)).toEqual([
      "healthy",
      "degraded",
      "unhealthy",
    ]);
  });

  it("make the whole as bad as the worst of them", () => {
    const row = (status: "healthy" | "degraded" | "unhealthy") =>
      ({ name: "disk", status, message: "" }) as const;
    expect(worstOf([])).toBe("healthy");
    expect(worstOf([row("healthy"), row("degraded")])).toBe("degraded");
    expect(worstOf([row("unhealthy"), row("degraded")])).toBe("unhealthy");
  });
});

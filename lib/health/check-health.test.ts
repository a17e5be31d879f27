import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPool } from "#lib/db/client.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { checkClock } from "./check-clock.ts";
import { diskRow } from "./check-disk.ts";
import { checkHealth } from "./check-health.ts";
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
    expect(report.parts.map((part) => part.name)).toEqual(["database", "signing_keys", "clock"]);
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

import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, it, vi } from "vitest";
import { loadConfig } from "#lib/config/load-config.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { openPool } from "./client.ts";
import { migrateDatabase } from "./migrate.ts";
import { openDatabase } from "./open.ts";

async function refusalOf(call: Promise<unknown>): Promise<StartupError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof StartupError) return error;
  throw error ?? new Error("was not refused");
}

const emptyDataDir = () => {
  const directory = mkdtempSync(join(tmpdir(), "latchkey-open-"));
  chmodSync(directory, 0o755);
  return directory;
};

describe("the embedded database", () => {
  const config = loadConfig({ DATA_DIR: emptyDataDir() });
  const closers: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closers) await close();
    rmSync(config.dataDir, { recursive: true, force: true });
  });

  it("starts with fsync and checksums on, listens on no network address, and lets nobody else near its socket", async () => {
    const opened = await openDatabase(config, "serve");
    closers.push(opened.close);
    const pool = openPool(opened.address, {
      maxConnections: 1,
      statementTimeoutMs: 5_000,
      applicationName: "test",
    });
    const [row] =
      await pool.sql`select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
      current_setting('listen_addresses') as listen, current_setting('synchronous_commit') as synchronous`;
    await pool.close();
    expect(row).toEqual({ fsync: "on", checksums: "on", listen: "", synchronous: "on" });
    if ("url" in opened.address) throw new Error("not embedded");
    expect(statSync(opened.address.socketDirectory).mode & 0o777).toBe(0o700);
  });

  it("is joined by a command while the server runs", async () => {
    const joined = await openDatabase(config, "command");
    const pool = openPool(joined.address, {
      maxConnections: 1,
      statementTimeoutMs: 5_000,
      applicationName: "test",
    });
    expect(await pool.sql`select 1 as one`).toMatchObject([{ one: 1 }]);
    await pool.close();
    await joined.close();
  });

  it("refuses a second server on the same data directory", async () => {
    const refusal = await refusalOf(openDatabase(config, "serve"));
    expect(refusal.message).toContain("Another instance of Latchkey is using the data directory");
    expect(refusal.remedies.join(" ")).toContain("DATA_DIR");
  });
});

describe("the instance's lock", () => {
  it("is held again after a backend has crashed and the cluster recovered", async () => {
    const config = loadConfig({ DATA_DIR: emptyDataDir() });
    const opened = await openDatabase(config, "serve");
    const pool = openPool(opened.address, {
      maxConnections: 1,
      statementTimeoutMs: 5_000,
      applicationName: "test",
    });
    const [holder] = await pool.sql<{ pid: number }[]>`
      select pid from pg_stat_activity where application_name = 'latchkey-instance'`;
    process.kill(holder?.pid ?? 0, "SIGKILL");
    await vi.waitFor(
      async () => {
        const [row] = await pool.sql<{ pid: number }[]>`
          select l.pid from pg_locks l join pg_stat_activity using (pid)
          where locktype = 'advisory' and granted and application_name = 'latchkey-instance'`;
        expect(row?.pid).toBeGreaterThan(0);
        expect(row?.pid).not.toBe(holder?.pid);
      },
      { timeout: 10_000, interval: 100 },
    );
    await pool.close();
    await expect(openDatabase(config, "serve")).rejects.toThrow("Another instance");
    await opened.close();
    rmSync(config.dataDir, { recursive: true, force: true });
  });
});

describe("a database server by DATABASE_URL", () => {
  it("is told to be unreachable by host and reason", async () => {
    const config = loadConfig({ DATABASE_URL: "postgres://nobody:secret@127.0.0.1:1/latchkey" });
    const refusal = await refusalOf(openDatabase(config, "serve"));
    expect(refusal.message).toContain("The database latchkey on 127.0.0.1:1 cannot be reached");
    expect(`${refusal.message} ${refusal.remedies.join(" ")}`).not.toContain("secret");
  });
});

describe("migrateDatabase", () => {
  let t: TestDatabase | undefined;
  afterAll(async () => {
    await t?.close();
  });

  it("changes nothing when it runs again, in several instances at once", async () => {
    t = await testDatabase();
    const [row] = await t.sql<{ name: string }[]>`select current_database() as name`;
    const address = { ...inject("testServer"), database: row?.name ?? "" };
    await Promise.all([migrateDatabase(address), migrateDatabase(address), migrateDatabase(address)]);
    const applied = await t.sql`select hash from drizzle.__drizzle_migrations`;
    expect(new Set(applied.map(({ hash }) => hash)).size).toBe(applied.length);
  });

  it("refuses a database that a newer program has migrated", async () => {
    if (!t) throw new Error("the test before made no database");
    await t.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('from the future', 32503680000000)`;
    const [row] = await t.sql<{ name: string }[]>`select current_database() as name`;
    const refusal = await refusalOf(migrateDatabase({ ...inject("testServer"), database: row?.name ?? "" }));
    expect(refusal.message).toContain("newer version of Latchkey");
  });
});

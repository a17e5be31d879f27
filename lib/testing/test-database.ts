/** A migrated database of its own for a test file, and contexts with a frozen clock on it. */
import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { type Config, loadConfig } from "#lib/config/load-config.ts";
import type { Context, Runtime } from "#lib/context/context.ts";
import type { Keyring } from "#lib/crypto/keyring.ts";
import { newId } from "#lib/crypto/random.ts";
import { type Database, openPool, type Pool } from "#lib/db/client.ts";
import { createLogger } from "#lib/log/logger.ts";
import { templateName } from "./global-setup.ts";

export interface TestDatabase {
  readonly db: Database;
  readonly sql: Pool["sql"];
  readonly keyring: Keyring;
  /** The process-wide part; `config` takes environment variables as an operator would set them. */
  runtime(variables?: Record<string, string>): Runtime;
  /** An anonymous context at a fixed time; override what the test is about. */
  context(overrides?: Partial<Context>): Context;
  /** Fails where transactions waited for each other in a circle, unless that is what the file is about. */
  close(options?: { readonly deadlocks: "expected" }): Promise<void>;
}

/** The frozen clock's default: a whole second, so that it survives every encoding. */
export const testNow = new Date("2026-06-01T12:00:00.000Z");

/** Copies the template (about 50 ms). Call in `beforeAll`, and `close` in `afterAll`. */
export async function testDatabase(variables: Record<string, string> = {}): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `test_${randomBytes(8).toString("hex")}`;
  const options = { statementTimeoutMs: 15_000, applicationName: "latchkey-test" };
  const admin = openPool({ ...server, database: "postgres" }, { ...options, maxConnections: 1 });
  await admin.sql.unsafe(`create database ${name} template ${templateName}`);
  const pool = openPool({ ...server, database: name }, { ...options, maxConnections: 10 });
  const keyring: Keyring = { keys: [{ id: "test", key: new Uint8Array(randomBytes(32)) }] };
  const log = createLogger({ level: "silent", format: "json" });

  const runtime = (extra: Record<string, string> = {}): Runtime => ({
    db: pool.db,
    config: testConfig({ ...variables, ...extra }),
    keyring,
    log,
  });
  return {
    db: pool.db,
    sql: pool.sql,
    keyring,
    runtime,
    context: (overrides = {}) => ({
      ...runtime(),
      now: testNow,
      actor: { type: "anonymous" },
      ip: "192.0.2.1",
      userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0",
      requestId: newId<string>(),
      locale: "en",
      ...overrides,
    }),
    close: async (options) => {
      await pool.close();
      const deadlocks = await countDeadlocks(admin, name);
      await admin.sql.unsafe(`drop database ${name} with (force)`);
      await admin.close();
      if (deadlocks > 0 && options?.deadlocks !== "expected")
        throw new Error(`${deadlocks} times two transactions waited for each other's rows.`);
    },
  };
}

/**
 * Race tests see of a deadlock only that somebody came second. Backends report when they end, so the pool must be closed.
 */
async function countDeadlocks({ sql }: Pool, name: string): Promise<number> {
  const [row] = await sql<{ deadlocks: number }[]>`
    select deadlocks::int from pg_stat_database where datname = ${name}`;
  return row?.deadlocks ?? 0;
}

/** The documented defaults, on https://id.example.com, with sign-up open and no limits in the way. */
export function testConfig(variables: Record<string, string> = {}): Config {
  return loadConfig({
    BASE_URL: "https://id.example.com",
    SIGN_UP: "open",
    RATE_LIMIT_ENABLED: "false",
    LOG_LEVEL: "silent",
    ...variables,
  });
}

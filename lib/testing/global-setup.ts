/** Starts one PostgreSQL for the whole run and makes the template that every test file copies. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { loadConfig } from "#lib/config/load-config.ts";
import { openPool } from "#lib/db/client.ts";
import { migrateDatabase } from "#lib/db/migrate.ts";
import { openDatabase } from "#lib/db/open.ts";

export const templateName = "latchkey_template";

/** What test files need to reach the server; handed over by vitest as plain data. */
export interface TestServer {
  readonly socketDirectory: string;
  readonly port: number;
  readonly user: string;
}

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "latchkey-test-"));
  chmodSync(dataDir, 0o755);
  const opened = await openDatabase(loadConfig({ DATA_DIR: dataDir }), "serve");
  if ("url" in opened.address) throw new Error("tests run on the embedded database");
  const { socketDirectory, port, user } = opened.address;
  const admin = openPool(
    { socketDirectory, port, user, database: "postgres" },
    { maxConnections: 1, statementTimeoutMs: 0, applicationName: "latchkey-test" },
  );
  await admin.sql.unsafe(`create database ${templateName}`);
  await migrateDatabase({ socketDirectory, port, user, database: templateName });
  await admin.close();
  project.provide("testServer", { socketDirectory, port, user });
  return async () => {
    await opened.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** What a command works with: the same database and keys as the server, whether that runs or not. */
import { loadConfig, readEnvironment } from "#lib/config/load-config.ts";
import type { Context } from "#lib/context/context.ts";
import { localContext } from "#lib/context/local-context.ts";
import { openPool } from "#lib/db/client.ts";
import { migrateDatabase } from "#lib/db/migrate.ts";
import { openDatabase } from "#lib/db/open.ts";
import { createLogger } from "#lib/log/logger.ts";
import { openKeyring } from "#lib/settings/open-keyring.ts";
import { withSettings } from "#lib/settings/run-time/refresh-settings.ts";

const statementTimeoutMs = 30_000;

/**
 * Runs `work` as the operator: over the socket of a running server, else with the embedded database started for
 * the length of the command.
 * @throws StartupError as the server's start does.
 */
export async function withProgram<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  const config = loadConfig(readEnvironment());
  const resources = new AsyncDisposableStack();
  try {
    const database = await openDatabase(config, "command");
    resources.defer(() => database.close());
    await migrateDatabase(database.address);
    const pool = openPool(database.address, {
      maxConnections: 2,
      statementTimeoutMs,
      applicationName: "latchkey-cli",
    });
    resources.defer(() => pool.close());
    const runtime = await withSettings({
      db: pool.db,
      config: Object.freeze({ ...config, dataDir: database.dataDir }),
      keyring: await openKeyring(pool.db, config, database.dataDir),
      // The command's own output is its report.
      log: createLogger({ level: "silent", format: "json" }),
    });
    return await work(localContext(runtime, { type: "operator" }));
  } finally {
    await resources.disposeAsync();
  }
}

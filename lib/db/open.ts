/** Opens the database that the configuration names: a server by DATABASE_URL, or the embedded one. */
import type { Config } from "#lib/config/load-config.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { openPool } from "./client.ts";
import { attachEmbedded, openEmbedded } from "./embedded/open-embedded.ts";
import type { OpenedDatabase } from "./opened-database.ts";

const oldestServerVersion = 150_000;

/**
 * `serve` takes the embedded cluster for this process; `command` joins one that already runs.
 * @throws StartupError when it is unreachable, too old, or in use by another instance.
 */
export async function openDatabase(config: Config, purpose: "serve" | "command"): Promise<OpenedDatabase> {
  if (config.databaseUrl === undefined) {
    return purpose === "serve" ? await openEmbedded(config) : await attachEmbedded(config);
  }
  const address = { url: config.databaseUrl };
  await checkServer(address);
  return { address, dataDir: config.dataDir, embedded: false, notices: [], close: async () => {} };
}

async function checkServer(address: { readonly url: string }): Promise<void> {
  const { host, pathname } = new URL(address.url);
  const pool = openPool(address, {
    maxConnections: 1,
    statementTimeoutMs: 5_000,
    applicationName: "latchkey-start",
  });
  let version: number;
  try {
    const [row] = await pool.sql<
      { version: string }[]
    >`select current_setting('server_version_num') as version`;
    version = Number(row?.version);
  } catch (cause) {
    throw new StartupError(
      `The database ${pathname.slice(1)} on ${host} cannot be reached: ${reasonOf(cause)}`,
      [
        "Check DATABASE_URL, and that the server is running and lets this machine in.",
        "Without DATABASE_URL, Latchkey runs its own PostgreSQL.",
      ],
      { cause },
    );
  } finally {
    await pool.close();
  }
  if (version >= oldestServerVersion) return;
  throw new StartupError(
    `PostgreSQL on ${host} is version ${Math.floor(version / 10_000)}; Latchkey needs 15 or newer.`,
  );
}

/** Node reports several failed addresses as one AggregateError without a message of its own. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError)
    return cause.errors.map((error) => (error as Error).message).join("; ");
  return cause instanceof Error ? cause.message : String(cause);
}

/** Brings the schema forward at start-up, one instance at a time. */
import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { projectRoot } from "#lib/config/project-root.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { type Address, openPool } from "./client.ts";

const migrations = () => ({ migrationsFolder: join(projectRoot(), "drizzle/migrations") });

/** Any constant will do; it only has to be the same in every instance. */
const migrationLock = 4_701_001;

/**
 * Applies what is missing, under an advisory lock that other instances wait for.
 * @throws StartupError when the database was written by a newer program: there is no way back.
 */
export async function migrateDatabase(address: Address): Promise<void> {
  const pool = openPool(address, {
    maxConnections: 1,
    statementTimeoutMs: 0,
    applicationName: "latchkey-migrate",
  });
  try {
    await pool.sql`select pg_advisory_lock(${migrationLock})`;
    await refuseNewerSchema(pool);
    await migrate(pool.db, migrations());
  } finally {
    // Ending the connection releases the lock, also after a failure.
    await pool.close();
  }
}

async function refuseNewerSchema({ sql }: ReturnType<typeof openPool>): Promise<void> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`;
  if (table?.name === null) return;
  const known = new Set(readMigrationFiles(migrations()).map((file) => file.hash));
  const applied = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations`;
  if (applied.every((row) => known.has(row.hash))) return;
  throw new StartupError("The database was made by a newer version of Latchkey.", [
    "Start the version that last used it, or a later one.",
    "To go back, restore a backup that the older version made.",
  ]);
}

/** Lets time pass for a row: what a browser test cannot wait for. */
import { openPool } from "#lib/db/client.ts";
import type { LatchkeyProcess } from "./latchkey-process.ts";

/** Makes the last confirmation of everybody who is signed in `minutes` older. */
export async function ageConfirmations(latchkey: LatchkeyProcess, minutes: number): Promise<void> {
  const pool = openPool(
    { socketDirectory: `${latchkey.dataDir}/run`, port: 5432, database: "latchkey", user: "latchkey" },
    { maxConnections: 1, statementTimeoutMs: 5_000, applicationName: "latchkey-e2e" },
  );
  await pool.sql`update sessions set auth_time = auth_time - make_interval(mins => ${minutes})`;
  await pool.close();
}

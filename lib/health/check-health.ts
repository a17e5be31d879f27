/** Readiness: whether the parts that a request needs are well, one row each. */
import type { Runtime } from "#lib/context/context.ts";
import { checkClock } from "./check-clock.ts";
import { checkDatabase } from "./check-database.ts";
import { checkDisk } from "./check-disk.ts";
import { checkMail } from "./check-mail.ts";
import { checkMetadata } from "./check-metadata.ts";
import { checkSigningKeys } from "./check-signing-keys.ts";
import { type HealthReport, type HealthRow, worstOf } from "./report.ts";

/** Looks at every part; the database first, since two others ask it. */
export async function checkHealth(runtime: Runtime): Promise<HealthReport> {
  const { row: database, clockSkewMs } = await checkDatabase(runtime.db);
  const rows: HealthRow[] = [database];
  if (database.status !== "unhealthy")
    rows.push(
      await checkSigningKeys(runtime),
      checkClock(clockSkewMs ?? 0),
      ...(await checkMetadata(runtime, new Date())),
      await checkMail(runtime, new Date()),
    );
  if (runtime.config.databaseUrl === undefined) rows.push(await checkDisk(runtime.config.dataDir));
  return { status: worstOf(rows), parts: rows };
}

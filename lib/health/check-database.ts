/** Whether PostgreSQL answers, how fast, and what its clock says. */
import { sql } from "drizzle-orm";
import type { Database } from "#lib/db/client.ts";
import { answerInTime } from "./answer-in-time.ts";
import type { HealthRow } from "./report.ts";

const slowMs = 500;
const patienceMs = 3_000;

/** `clockSkewMs` is the database's time minus ours, undefined when it did not answer. */
export async function checkDatabase(
  db: Database,
): Promise<{ readonly row: HealthRow; readonly clockSkewMs: number | undefined }> {
  const startedAt = Date.now();
  const answer = await answerInTime(askTime(db), patienceMs);
  const tookMs = Date.now() - startedAt;
  if (answer === undefined) {
    const row = { name: "database", status: "unhealthy", message: "The database does not answer." } as const;
    return { row, clockSkewMs: undefined };
  }
  const slow = tookMs > slowMs;
  return {
    row: {
      name: "database",
      status: slow ? "degraded" : "healthy",
      message: slow ? `The database answers slowly, in ${tookMs} ms.` : "The database answers.",
    },
    // Half of the round trip is the best guess of when the clock was read.
    clockSkewMs: answer - (startedAt + tookMs / 2),
  };
}

async function askTime(db: Database): Promise<number | undefined> {
  try {
    const [row] = await db.execute<{ ms: string }>(
      sql`select extract(epoch from clock_timestamp()) * 1000 as ms`,
    );
    return Number(row?.ms);
  } catch {
    return undefined;
  }
}

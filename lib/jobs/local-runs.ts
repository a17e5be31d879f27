/** What came of the work that each instance does for itself: kept in the process, since it concerns no other. */
import type { JobRunRow } from "#drizzle/schema/jobs.ts";
import { processWide } from "#lib/context/process-wide.ts";

const runs = () => processWide("jobs/local-runs", () => new Map<string, JobRunRow>());

const never: Omit<JobRunRow, "name"> = { ranAt: null, tookMs: null, rows: null, failedAt: null, error: null };

export function noteLocalRun(name: string, run: Partial<Omit<JobRunRow, "name">>): void {
  runs().set(name, { ...never, ...runs().get(name), name, ...run });
}

export function findLocalRun(name: string): JobRunRow | undefined {
  return runs().get(name);
}

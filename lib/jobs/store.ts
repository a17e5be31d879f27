/** Rows of `job_runs`. */
import { type JobRunRow, jobRuns } from "#drizzle/schema/jobs.ts";
import type { Db } from "#lib/db/client.ts";

export async function listRuns(db: Db): Promise<JobRunRow[]> {
  return await db.select().from(jobRuns);
}

/** Takes the place of what the run before left. */
export async function putRun(db: Db, name: string, run: Partial<Omit<JobRunRow, "name">>): Promise<void> {
  await db
    .insert(jobRuns)
    .values({ name, ...run })
    .onConflictDoUpdate({ target: jobRuns.name, set: run });
}

/** What the schedule holds, and how the last run of each job went. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { findLocalRun } from "./local-runs.ts";
import { scheduledJobs } from "./scheduled-jobs.ts";
import type { JobRun } from "./schema.ts";
import { listRuns } from "./store.ts";

/** In the order of the schedule. @throws DomainError FORBIDDEN */
export async function listJobRuns(ctx: Context): Promise<JobRun[]> {
  checkPermission(ctx, "health.read");
  const shared = new Map((await listRuns(ctx.db)).map((row) => [row.name, row]));
  return scheduledJobs.map((job) => {
    const { name, everySeconds } = job;
    const everywhere = "runEverywhere" in job;
    const run = everywhere ? findLocalRun(name) : shared.get(name);
    const { ranAt = null, tookMs = null, rows = null, failedAt = null, error = null } = run ?? {};
    return {
      name,
      everySeconds,
      everywhere,
      status: statusOf({ ranAt, failedAt }),
      ranAt,
      tookMs,
      rows,
      failedAt,
      error,
    };
  });
}

function statusOf({ ranAt, failedAt }: Pick<JobRun, "ranAt" | "failedAt">): JobRun["status"] {
  if (failedAt !== null && (ranAt === null || failedAt > ranAt)) return "failing";
  return ranAt === null ? "waiting" : "well";
}

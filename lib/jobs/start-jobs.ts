/** Runs what must happen now and then, by one instance at a time. */
import { sql } from "drizzle-orm";
import type { Runtime } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";

export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  /** Runs in a transaction that holds the job's lock; returns how many rows it dealt with. */
  readonly run: (db: Db, now: Date) => Promise<number>;
}

export interface RunningJobs {
  /** Starts no more runs and waits for the one under way. */
  stop(): Promise<void>;
}

/** First key of the two-key advisory locks of jobs; the second is the job's own. */
const lockSpace = 4_701;

/**
 * Starts every job on its own clock. Runs of one job never overlap, in this process or in another on the same
 * database: who does not get the lock skips, because somebody else is at it. A failed run is logged and repeated
 * at its next turn.
 */
export function startJobs(runtime: Runtime, jobs: readonly Job[]): RunningJobs {
  const clocks = jobs.map((job) => startClock(runtime, job));
  return {
    stop: async () => {
      await Promise.all(clocks.map((clock) => clock.stop()));
    },
  };
}

function startClock(runtime: Runtime, job: Job): RunningJobs {
  let underWay: Promise<void> = Promise.resolve();
  let stopped = false;
  let timer: NodeJS.Timeout;
  const next = () => {
    if (stopped) return;
    // Up to a tenth later each time: instances that started together drift apart.
    timer = setTimeout(turn, job.everySeconds * 1000 * (1 + Math.random() / 10));
    timer.unref();
  };
  const turn = () => {
    underWay = runJob(runtime, job, new Date()).then(next);
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}

/** One run, unless another instance is running the same job. Never throws. */
export async function runJob(runtime: Runtime, job: Job, now: Date): Promise<void> {
  try {
    const rows = await runtime.db.transaction(async (tx) => {
      const [lock] = await tx.execute<{ taken: boolean }>(
        sql`select pg_try_advisory_xact_lock(${lockSpace}::int, hashtext(${job.name})) as taken`,
      );
      return lock?.taken ? await job.run(tx, now) : undefined;
    });
    if (rows !== undefined) runtime.log.debug({ job: job.name, rows }, "job finished");
  } catch (error) {
    runtime.log.error({ err: error, job: job.name }, "job failed");
  }
}

/** Runs what must happen now and then, by one instance at a time or by each of them. */
import { sql } from "drizzle-orm";
import type { Runtime } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { summaryOf } from "#lib/outbox/delivery-refusal.ts";
import { noteLocalRun } from "./local-runs.ts";
import { putRun } from "./store.ts";

interface JobTimes {
  readonly name: string;
  readonly everySeconds: number;
}

/** What is done once for all instances. */
export interface SharedJob extends JobTimes {
  /** Runs in a transaction that holds the job's lock; returns how many rows it dealt with. */
  readonly run: (db: Db, now: Date) => Promise<number>;
}

/** What each instance does for itself: it brings its own locks and transactions, and gives up when `signal` says so. */
export interface LocalJob extends JobTimes {
  readonly runEverywhere: (runtime: Runtime, now: Date, signal: AbortSignal) => Promise<number>;
  /** Subscribes to what makes a run due before its time; returns what ends that. */
  readonly wakeOn?: (listener: () => void) => () => void;
}

export type Job = SharedJob | LocalJob;

export interface RunningJobs {
  /** Starts no more runs and waits for the one under way. */
  stop(): Promise<void>;
}

/** First key of the two-key advisory locks of jobs; the second is the job's own. */
const lockSpace = 4_701;

/**
 * Starts every job on its own clock. Runs of a shared job never overlap, in this process or in another on the same
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
  const stopping = new AbortController();
  let underWay: Promise<void> | undefined;
  let isWanted = false;
  let timer: NodeJS.Timeout;
  const next = () => {
    underWay = undefined;
    if (stopping.signal.aborted) return;
    if (isWanted) return turn();
    // Up to a tenth later each time: instances that started together drift apart.
    timer = setTimeout(turn, job.everySeconds * 1000 * (1 + Math.random() / 10));
    timer.unref();
  };
  const turn = () => {
    isWanted = false;
    underWay = runJob(runtime, job, new Date(), stopping.signal).then(next);
  };
  // Woken in the middle of a run, it makes another one: what it is woken for may have come too late for this one.
  const wake = () => {
    isWanted = true;
    if (underWay) return;
    clearTimeout(timer);
    turn();
  };
  const endWaking = "runEverywhere" in job ? job.wakeOn?.(wake) : undefined;
  next();
  return {
    stop: async () => {
      endWaking?.();
      stopping.abort();
      clearTimeout(timer);
      await underWay;
    },
  };
}

/** One run, unless another instance is running the same shared job. Never throws. */
export async function runJob(
  runtime: Runtime,
  job: Job,
  now: Date,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  try {
    const rows = await ("run" in job ? runLocked(runtime, job, now) : runLocal(runtime, job, now, signal));
    if (rows !== undefined) runtime.log.debug({ job: job.name, rows }, "job finished");
  } catch (error) {
    if (signal.aborted) return;
    runtime.log.error({ err: error, job: job.name }, "job failed");
    await noteFailure(runtime, job, { failedAt: now, error: summaryOf(error) });
  }
}

async function runLocal(runtime: Runtime, job: LocalJob, now: Date, signal: AbortSignal): Promise<number> {
  const startedAt = performance.now();
  const rows = await job.runEverywhere(runtime, now, signal);
  noteLocalRun(job.name, { ranAt: now, tookMs: Math.round(performance.now() - startedAt), rows });
  return rows;
}

/** Never throws: while the database is away, most jobs fail for that very reason. */
async function noteFailure(
  { db, log }: Runtime,
  job: Job,
  failure: { readonly failedAt: Date; readonly error: string },
): Promise<void> {
  if (!("run" in job)) return noteLocalRun(job.name, failure);
  await putRun(db, job.name, failure).catch((error: unknown) =>
    log.debug({ err: error, job: job.name }, "the failure of a job was not written down"),
  );
}

async function runLocked(runtime: Runtime, job: SharedJob, now: Date): Promise<number | undefined> {
  const startedAt = performance.now();
  return await runtime.db.transaction(async (tx) => {
    const [lock] = await tx.execute<{ taken: boolean }>(
      sql`select pg_try_advisory_xact_lock(${lockSpace}::int, hashtext(${job.name})) as taken`,
    );
    if (!lock?.taken) return undefined;
    const rows = await job.run(tx, now);
    await putRun(tx, job.name, { ranAt: now, tookMs: Math.round(performance.now() - startedAt), rows });
    return rows;
  });
}

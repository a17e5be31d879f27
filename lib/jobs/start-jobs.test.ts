import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setRuntime } from "#lib/context/runtime.ts";
import { createLogger } from "#lib/log/logger.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { scheduledJobs } from "./scheduled-jobs.ts";
import { type LocalJob, runJob, type SharedJob, startJobs } from "./start-jobs.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  setRuntime(database.runtime());
});
afterAll(() => database.close());

const job = (run: SharedJob["run"], everySeconds = 0.02): SharedJob => ({ name: "test", everySeconds, run });

describe("runJob", () => {
  it("runs a job once when several instances want to at the same time", async () => {
    let runs = 0;
    const slow = job(async () => {
      runs += 1;
      await sleep(300);
      return 0;
    });
    await Promise.all(Array.from({ length: 5 }, () => runJob(database.runtime(), slow, testNow)));
    expect(runs).toBe(1);
  });

  it("logs a failure and undoes what the run had done", async () => {
    const lines: string[] = [];
    const log = createLogger({ level: "error", format: "json" }, { write: (line) => void lines.push(line) });
    const failing = job(async (db) => {
      await db.execute("insert into settings values ('half', '1', now())");
      throw new Error("no");
    });
    await runJob({ ...database.runtime(), log }, failing, testNow);
    expect(lines.join("")).toContain('"msg":"job failed"');
    expect(await database.sql`select 1 from settings where name = 'half'`).toHaveLength(0);
  });

  it.each(scheduledJobs)("runs $name on a database without rows", async (scheduled) => {
    const lines: string[] = [];
    const log = createLogger({ level: "debug", format: "json" }, { write: (line) => void lines.push(line) });
    await runJob({ ...database.runtime(), log }, scheduled, testNow);
    expect(JSON.parse(lines.at(-1) ?? "{}")).toMatchObject({ msg: "job finished", rows: expect.any(Number) });
  });
});

describe("a job of each instance", () => {
  const local = (runEverywhere: LocalJob["runEverywhere"]): LocalJob => ({
    name: "test",
    everySeconds: 0.02,
    runEverywhere,
  });

  it("runs in all of them at the same time", async () => {
    let running = 0;
    let most = 0;
    const slow = local(async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(50);
      running -= 1;
      return 0;
    });
    await Promise.all([1, 2].map(() => runJob(database.runtime(), slow, testNow)));
    expect(most).toBe(2);
  });

  it("is told to give up when the instance stops, and its giving up is no failure", async () => {
    const lines: string[] = [];
    const log = createLogger({ level: "error", format: "json" }, { write: (line) => void lines.push(line) });
    let started = false;
    const jobs = startJobs({ ...database.runtime(), log }, [
      local(async (_runtime, _now, signal) => {
        started = true;
        await sleep(60_000, undefined, { signal });
        return 0;
      }),
    ]);
    while (!started) await sleep(5);
    await jobs.stop();
    expect(lines).toEqual([]);
  });
});

describe("a job that can be woken", () => {
  it("runs before its time, again when it is woken in the middle, and no more once it is stopped", async () => {
    const listeners = new Set<() => void>();
    const wake = () => {
      for (const listener of listeners) listener();
    };
    let runs = 0;
    const jobs = startJobs(database.runtime(), [
      {
        name: "test",
        everySeconds: 3600,
        runEverywhere: async () => {
          runs += 1;
          if (runs === 1) wake();
          await sleep(30);
          return 0;
        },
        wakeOn: (listener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
    ]);
    await sleep(50);
    expect(runs).toBe(0);
    wake();
    await sleep(200);
    expect(runs).toBe(2);
    await jobs.stop();
    wake();
    await sleep(50);
    expect(runs).toBe(2);
    expect(listeners.size).toBe(0);
  });
});

describe("startJobs", () => {
  it("runs again and again, never two at once, and waits for the one under way when it stops", async () => {
    let running = 0;
    let runs = 0;
    let overlapped = false;
    const jobs = startJobs(database.runtime(), [
      job(async () => {
        running += 1;
        overlapped ||= running > 1;
        await sleep(30);
        running -= 1;
        runs += 1;
        return 0;
      }),
    ]);
    while (runs < 3) await sleep(10);
    await jobs.stop();
    expect({ overlapped, running }).toEqual({ overlapped: false, running: 0 });
    const atStop = runs;
    await sleep(100);
    expect(runs).toBe(atStop);
  });
});

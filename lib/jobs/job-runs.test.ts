import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jobRuns } from "#drizzle/schema/jobs.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { listJobRuns } from "./list-job-runs.ts";
import { findLocalRun } from "./local-runs.ts";
import { runJob } from "./start-jobs.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const shared = (run: () => Promise<number>) => ({ name: "expired-challenges", everySeconds: 60, run });

async function told(name: string) {
  const { actor } = await buildUser(t.db, { role: "auditor" });
  return (await listJobRuns(t.context({ actor }))).find((job) => job.name === name);
}

describe("what is known of scheduled work", () => {
  it("is the last good run and the last bad one, on whichever instance", async () => {
    expect(await told("expired-challenges")).toMatchObject({ status: "waiting", ranAt: null });
    await runJob(
      t.runtime(),
      shared(async () => 7),
      testNow,
    );
    expect(await told("expired-challenges")).toMatchObject({ status: "well", ranAt: testNow, rows: 7 });
    const failing = shared(() => Promise.reject(Object.assign(new Error("secret"), { code: "57P01" })));
    await runJob(t.runtime(), failing, later(60));
    expect(await told("expired-challenges")).toMatchObject({
      status: "failing",
      ranAt: testNow,
      failedAt: later(60),
      error: "Error 57P01",
    });
    await runJob(
      t.runtime(),
      shared(async () => 0),
      later(120),
    );
    expect(await told("expired-challenges")).toMatchObject({ status: "well", failedAt: later(60) });
    expect(JSON.stringify(await t.db.select().from(jobRuns))).not.toContain("secret");
  });

  it("of what each instance does for itself stays in the process", async () => {
    const local = { name: "signing-keys", everySeconds: 30, runEverywhere: async () => 1 };
    await runJob(t.runtime(), local, testNow);
    expect(findLocalRun("signing-keys")).toMatchObject({ ranAt: testNow, rows: 1 });
    await runJob(
      t.runtime(),
      { ...local, runEverywhere: () => Promise.reject(new TypeError("x")) },
      later(1),
    );
    expect(await told("signing-keys")).toMatchObject({
      status: "failing",
      everywhere: true,
      error: "TypeError",
    });
    expect((await t.db.select().from(jobRuns)).map(({ name }) => name)).not.toContain("signing-keys");
  });

  it("is for those who may see the state of the system", async () => {
    const { actor } = await buildUser(t.db, { role: "user" });
    await expect(listJobRuns(t.context({ actor }))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

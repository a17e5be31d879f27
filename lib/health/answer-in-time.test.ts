import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { answerInTime } from "./answer-in-time.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
  await t.sql`select 1`;
});
afterAll(() => t.close());

/** Nothing of this process runs meanwhile. */
function holdUp(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

it("takes what came while the process was held up for longer than it would wait", async () => {
  const asked = answerInTime(t.sql`select 1 as one`.execute(), 50);
  // Until the question has left.
  for (let turn = 0; turn < 5; turn++) await nextTurn();
  holdUp(200);
  expect(await asked).toMatchObject([{ one: 1 }]);
});

it("waits no longer than that for one that does not come", async () => {
  expect(await answerInTime(t.sql`select pg_sleep(0.3)`.execute(), 50)).toBeUndefined();
});

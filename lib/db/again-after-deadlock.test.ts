import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { users } from "#drizzle/schema/users.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { againAfterDeadlock } from "./again-after-deadlock.ts";
import { sqlState } from "./violation.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close({ deadlocks: "expected" }));

const deadlock = () => Object.assign(new Error("deadlock detected"), { code: "40P01" });

it("lets both of two transactions that take the same rows the other way round come to their end", async () => {
  const [one, other] = await Promise.all([buildUser(t.db), buildUser(t.db)]);
  const ids = [one.actor.userId, other.actor.userId];
  let met = 0;
  let release = () => {};
  const bothHoldOne = new Promise<void>((resolve) => {
    release = resolve;
  });
  const rename = (order: typeof ids, name: string) =>
    t.db.transaction(async (tx) => {
      for (const id of order) {
        await tx.update(users).set({ displayName: name }).where(eq(users.id, id));
        met += 1;
        if (met >= 2) release();
        await bothHoldOne;
      }
    });
  await Promise.all([rename(ids, "First"), rename(ids.toReversed(), "Second")]);
  // Six updates: two that met, the two that one went on to make, and the two of the one that began anew.
  expect(met).toBeGreaterThan(4);
  const rows = await t.sql`select distinct display_name from users where id in ${t.sql(ids)}`;
  expect(rows).toHaveLength(1);
});

it("gives up after four times, and does nothing again that failed for another reason", async () => {
  let tries = 0;
  const failing = (error: () => Error) =>
    againAfterDeadlock(() => {
      tries += 1;
      throw error();
    });
  await expect(failing(deadlock)).rejects.toThrow("deadlock detected");
  expect(tries).toBe(4);
  tries = 0;
  await expect(failing(() => new Error("no", { cause: { code: "23505" } }))).rejects.toThrow("no");
  expect(tries).toBe(1);
});

it("knows a deadlock also when the query layer wrapped it", () => {
  expect(sqlState(new Error("Failed query", { cause: deadlock() }))).toBe("40P01");
  expect(sqlState(new Error("something else"))).toBeUndefined();
});

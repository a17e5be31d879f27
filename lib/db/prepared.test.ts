import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { settings } from "#drizzle/schema/settings.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { prepared } from "./prepared.ts";

let t: TestDatabase;
let built = 0;

const insert = prepared((db) => {
  built += 1;
  return db
    .insert(settings)
    .values({
      name: sql.placeholder("name"),
      value: sql.placeholder("value"),
      updatedAt: sql.placeholder("at"),
    })
    .prepare("test_insert");
});
const select = prepared((db) =>
  db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.name, sql.placeholder("name")))
    .prepare("test_select"),
);
const row = (name: string) => ({ name, value: { is: name }, at: new Date("2026-01-01T00:00:00Z") });

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

it("runs a statement on the transaction that it is given, also where the pool or another one built it", async () => {
  await t.db.transaction(async (tx) => {
    await insert(tx).execute(row("first"));
  });
  const undone = t.db.transaction(async (tx) => {
    await insert(tx).execute(row("undone"));
    expect(await select(tx).execute({ name: "undone" })).toEqual([{ value: { is: "undone" } }]);
    expect(await select(t.db).execute({ name: "undone" })).toEqual([]);
    throw new Error("roll back");
  });
  await expect(undone).rejects.toThrow("roll back");
  await insert(t.db).execute(row("pool"));
  const found = await Promise.all(["first", "undone", "pool"].map((name) => select(t.db).execute({ name })));
  expect(found.map((rows) => rows.length)).toEqual([1, 0, 1]);
});

it("builds a statement once for the pool and all of its transactions", () => {
  expect(built).toBe(1);
});

it("sends a built statement under a name that PostgreSQL keeps, on a transaction's connection too", async () => {
  await t.db.transaction(async (tx) => {
    await select(tx).execute({ name: "pool" });
    const [kept] = await tx.execute<{ count: string }>(
      sql`select count(*) from pg_prepared_statements where statement like '%"settings"."name" = $1%'`,
    );
    expect(Number(kept?.count)).toBe(1);
  });
});

/** How PostgreSQL would run the statements that a read sends: for tests that a long list is read by its index. */
import { drizzle } from "drizzle-orm/postgres-js";
import * as schema from "#drizzle/schema/index.ts";
import type { Database } from "#lib/db/client.ts";
import type { TestDatabase } from "./test-database.ts";

/** The plans, a text for each statement that `read` sent through the database that it was given. */
export async function queryPlans(
  { sql }: TestDatabase,
  read: (db: Database) => Promise<unknown>,
): Promise<string[]> {
  const sent: { query: string; params: unknown[] }[] = [];
  const db = drizzle(sql, { schema, logger: { logQuery: (query, params) => sent.push({ query, params }) } });
  await read(db);
  const plans: string[] = [];
  for (const { query, params } of sent) {
    const rows = await sql.unsafe(`explain ${query}`, params as never[]);
    plans.push(rows.map((row) => String(row["QUERY PLAN"])).join("\n"));
  }
  return plans;
}

/** What stands in the database, in one text a table: two are the same when nothing was changed in between. */
import type { Pool } from "#lib/db/client.ts";

/** Columns that tell of having been seen, not of having changed something. */
const seen = ["last_activity_at", "last_used_at", "last_used_ip"];

/** Tables that jobs write by the clock. */
const own: ReadonlySet<string> = new Set(["job_runs", "sign_in_hours"]);

/** That somebody was refused is written down, and people are counted now and then. */
const only: Readonly<Record<string, string>> = {
  audit_events: "where outcome = 'success'",
  settings: "where name <> 'people_figures'",
};

export async function fingerprint(sql: Pool["sql"]): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
  const prints: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !own.has(table.name))) {
    const [row] = await sql<{ count: string; print: string }[]>`
      select count(*)::text as count, md5(coalesce(string_agg(line, '' order by line), '')) as print
      from (select md5((to_jsonb(t) - ${seen}::text[])::text) as line from ${sql(name)} t ${sql.unsafe(only[name] ?? "")}) lines`;
    prints[name] = `${row?.count} rows, ${row?.print}`;
  }
  return prints;
}

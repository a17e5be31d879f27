/** What came of the scheduled work that is done once for all instances: the last good run and the last bad one. */
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

export const jobRuns = pgTable("job_runs", {
  name: text("name").primaryKey(),
  /** The last run that went well; null: none has. */
  ranAt: instant("ran_at"),
  tookMs: integer("took_ms"),
  /** How many rows it dealt with. */
  rows: integer("rows"),
  /** The last run that did not, also where one went well after it. */
  failedAt: instant("failed_at"),
  /** Its code or kind alone: a message may hold anything. */
  error: text("error"),
});

export type JobRunRow = typeof jobRuns.$inferSelect;

/** Sums of the audit trail that are kept, so that a chart of a month does not count a million events. */
import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** How many signed in, and how many tried to, in each whole hour. An hour that was counted has a row for successes. */
export const signInHours = pgTable(
  "sign_in_hours",
  {
    /** Its beginning. */
    hour: instant("hour").notNull(),
    /** Why they were refused, as in the trail; empty for those who signed in. */
    reason: text("reason").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.hour, t.reason] })],
);

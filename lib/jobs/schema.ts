/** Scheduled work as administrators see it. Safe for the client. */
import { z } from "zod";

export const jobRunSchema = z.object({
  name: z.string(),
  everySeconds: z.number(),
  everywhere: z.boolean().describe("Each instance does it for itself; what is told is this one's."),
  status: z
    .enum(["well", "failing", "waiting"])
    .describe("`failing`: the last run failed. `waiting`: it has not run yet."),
  ranAt: z.date().nullable().describe("The last run that went well."),
  tookMs: z.number().int().nullable(),
  rows: z.number().int().nullable().describe("How many rows it dealt with."),
  failedAt: z.date().nullable(),
  error: z.string().nullable().describe("Of the last failure; the log has more."),
});

export type JobRun = z.infer<typeof jobRunSchema>;

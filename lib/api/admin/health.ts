/** GET /api/v1/admin/health */
import { z } from "zod";
import { getHealth } from "#lib/health/get-health.ts";
import { judgeArrival, readArrival } from "#lib/http/arrival.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listJobRuns } from "#lib/jobs/list-job-runs.ts";
import { jobRunSchema } from "#lib/jobs/schema.ts";

const status = z.enum(["healthy", "degraded", "unhealthy"]);

export const getAdminHealth = defineRoute({
  method: "GET",
  path: "/api/v1/admin/health",
  summary:
    "Shows every part of the program, its scheduled work, which version runs, and how this very request reached it.",
  access: "administration",
  permission: "health.read",
  response: z.object({
    status,
    parts: z.array(z.object({ name: z.string(), status, message: z.string() })).readonly(),
    program: z.object({
      version: z.string(),
      runtime: z.string().describe("Of Node.js."),
      platform: z.string(),
      startedAt: z.date(),
      database: z.enum(["embedded", "external"]),
    }),
    jobs: z.array(jobRunSchema),
    arrival: z.array(z.string()).readonly().describe("What was found out about the way of this request."),
  }),
  errors: ["FORBIDDEN"],
  handle: async (ctx, _body, _params, _query, headers) => {
    const [{ report, program }, jobs] = await Promise.all([getHealth(ctx), listJobRuns(ctx)]);
    const arrival = readArrival(headers);
    return { data: { ...report, program, jobs, arrival: arrival ? judgeArrival(arrival, ctx.config) : [] } };
  },
});

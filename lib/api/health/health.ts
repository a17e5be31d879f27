/** `GET /api/v1/health` and `/live`: for load balancers and monitors. Neither counts against a rate limit. */
import { z } from "zod";
import type { Runtime } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkHealth } from "#lib/health/check-health.ts";
import type { HealthReport } from "#lib/health/report.ts";
import { errorEnvelope, successEnvelope } from "#lib/http/envelope.ts";
import { anonymousContext } from "#lib/http/request-context.ts";
import { describeHandler } from "#lib/http/route-contract.ts";

/** How long one look serves everybody: whoever asks often costs the database nothing. */
const freshMs = 1_000;

/** What is away comes back by itself, or not soon. */
const retryAfterSeconds = 5;

interface Look {
  readonly takenAt: number;
  readonly report: Promise<HealthReport>;
}

const statusAnswer = z.enum(["healthy", "degraded", "unhealthy"]);

/** `data.status` and one row a part; 503 when unhealthy, so that a load balancer looks elsewhere. */
export const getHealth = describeHandler(answerHealth, {
  method: "GET",
  path: "/api/v1/health",
  summary: "Whether every part that a request needs is well; 503 when one is not.",
  access: "anonymous",
  response: z.object({
    status: statusAnswer,
    parts: z.array(z.object({ name: z.string(), status: statusAnswer, message: z.string() })),
  }),
  errors: [],
  tellsReadiness: true,
  unlimited: true,
});

/** The process answers: touches neither database nor keys. */
export const getLiveness = describeHandler(answerLiveness, {
  method: "GET",
  path: "/api/v1/health/live",
  summary: "Whether the process answers at all.",
  access: "anonymous",
  response: z.object({ status: z.literal("ok") }),
  errors: [],
  bare: true,
  unlimited: true,
});

async function answerHealth(request: Request): Promise<Response> {
  const now = new Date();
  try {
    const ctx = anonymousContext(request.headers);
    const report = await recentReport(ctx);
    const unhealthy = report.status === "unhealthy";
    const response = successEnvelope(ctx, report, unhealthy ? 503 : 200);
    if (unhealthy) response.headers.set("Retry-After", String(retryAfterSeconds));
    return response;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return errorEnvelope({ now, requestId: crypto.randomUUID() }, error);
  }
}

async function answerLiveness(): Promise<Response> {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}

function recentReport(runtime: Runtime): Promise<HealthReport> {
  const cell = processWide<{ look: Look | undefined }>("health/look", () => ({ look: undefined }));
  const now = performance.now();
  if (!cell.look || now - cell.look.takenAt > freshMs)
    cell.look = { takenAt: now, report: checkHealth(runtime) };
  return cell.look.report;
}

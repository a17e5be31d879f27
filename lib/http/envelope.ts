/** The JSON API's answers: one shape for success, one for failure. */
import { errorTable } from "#lib/errors/codes.ts";
import type { DomainError } from "#lib/errors/domain-error.ts";
import type { RateLimitState } from "#lib/rate-limit/rate-limit.ts";

interface EnvelopeContext {
  readonly now: Date;
  readonly requestId: string;
}

export function successEnvelope(ctx: EnvelopeContext, data: unknown, status = 200): Response {
  return json({ status: "ok", data, ...stamp(ctx) }, status);
}

export function errorEnvelope(ctx: EnvelopeContext, error: DomainError): Response {
  const { status, message } = errorTable[error.code];
  const response = json(
    {
      status: "error",
      error: {
        code: error.code,
        message: error.publicMessage ?? message,
        ...(error.fields
          ? { details: error.fields.map(({ path, message: said }) => ({ path, message: said })) }
          : {}),
      },
      ...stamp(ctx),
    },
    status,
  );
  setWaitHeaders(response, error);
  return response;
}

/** Tells the caller how much of the limit is left (draft-ietf-httpapi-ratelimit-headers). */
export function setRateLimitHeaders(response: Response, state: RateLimitState | undefined): void {
  // A refusal has told of the limit that it ran into, which need not be this one.
  if (!state || response.headers.has("RateLimit-Limit")) return;
  response.headers.set("RateLimit-Limit", String(state.limit));
  response.headers.set("RateLimit-Remaining", String(state.remaining));
  response.headers.set("RateLimit-Reset", String(state.resetSeconds));
}

/** Tells a refused caller how long to wait, and which limit was spent. */
export function setWaitHeaders({ headers }: Response, { retryAfterSeconds, limit }: DomainError): void {
  if (retryAfterSeconds === undefined) return;
  headers.set("Retry-After", String(retryAfterSeconds));
  if (limit === undefined) return;
  headers.set("RateLimit-Limit", String(limit));
  headers.set("RateLimit-Remaining", "0");
  headers.set("RateLimit-Reset", String(retryAfterSeconds));
}

function stamp(ctx: EnvelopeContext) {
  return { timestamp: ctx.now.toISOString(), requestId: ctx.requestId };
}

function json(body: unknown, status: number): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  });
}

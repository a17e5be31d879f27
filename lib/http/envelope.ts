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
        ...(error.fields ? { details: error.fields } : {}),
      },
      ...stamp(ctx),
    },
    status,
  );
  if (error.retryAfterSeconds !== undefined)
    response.headers.set("Retry-After", String(error.retryAfterSeconds));
  return response;
}

/** Tells the caller how much of the limit is left (draft-ietf-httpapi-ratelimit-headers). */
export function setRateLimitHeaders(response: Response, state: RateLimitState | undefined): void {
  if (!state) return;
  response.headers.set("RateLimit-Limit", String(state.limit));
  response.headers.set("RateLimit-Remaining", String(state.remaining));
  response.headers.set("RateLimit-Reset", String(state.resetSeconds));
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

/** Answers that the server gives by itself, before or instead of a lane: enveloped below /api, else plain text. */
import type { ServerResponse } from "node:http";
import { type ErrorCode, errorTable } from "#lib/errors/codes.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { errorEnvelope } from "#lib/http/envelope.ts";

export interface Refusal {
  readonly code: ErrorCode;
  /** Where the status says more than the code's own. */
  readonly status?: number;
  readonly message?: string;
  readonly allow?: string;
  readonly retryAfterSeconds?: number;
}

/** Ends `res` with the refusal; nothing happens to the body when headers have left already. */
export async function refuse(
  res: ServerResponse,
  path: string,
  requestId: string,
  refusal: Refusal,
): Promise<void> {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const message = refusal.message ?? errorTable[refusal.code].message;
  res.statusCode = refusal.status ?? errorTable[refusal.code].status;
  if (refusal.allow !== undefined) res.setHeader("Allow", refusal.allow);
  if (refusal.retryAfterSeconds !== undefined) res.setHeader("Retry-After", refusal.retryAfterSeconds);
  res.setHeader("Cache-Control", "no-store");
  if (path.startsWith("/api/")) {
    const error = new DomainError(refusal.code, { message });
    res.setHeader("Content-Type", "application/json");
    res.end(await errorEnvelope({ now: new Date(), requestId }, error).text());
  } else {
    res.setHeader("Content-Type", "text/plain; charset=utf-8");
    res.end(`${message}\n`);
  }
}

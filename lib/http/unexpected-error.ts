/** Whatever an operation threw → a DomainError that may leave; the unknown is logged once, here. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

/** SQLSTATE classes and driver codes that mean "the database is away", not "the program is wrong". */
const databaseAway = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08006",
  "08001",
  "57014",
]);

export function toDomainError(
  ctx: Pick<Context, "log" | "requestId"> | undefined,
  error: unknown,
): DomainError {
  if (error instanceof DomainError) return error;
  if (databaseAway.has(codeOf(error))) {
    ctx?.log.error({ err: error, requestId: ctx.requestId }, "database unavailable");
    return new DomainError("SERVICE_UNAVAILABLE", { cause: error, retryAfterSeconds: 5 });
  }
  ctx?.log.error({ err: error, requestId: ctx.requestId }, "unexpected error");
  return new DomainError("INTERNAL_ERROR", { cause: error });
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
}

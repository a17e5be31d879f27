/** Whatever an operation threw → a DomainError that may leave; the unknown is logged once, here. */
import type { Context } from "#lib/context/context.ts";
import { sqlState } from "#lib/db/violation.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

/** SQLSTATE classes and driver codes that mean "the database is away" or overrun, not "the program is wrong". */
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
  "40P01",
]);

export function toDomainError(
  ctx: Pick<Context, "log" | "requestId"> | undefined,
  error: unknown,
): DomainError {
  if (error instanceof DomainError) return error;
  const code = sqlState(error) ?? "";
  // What the act pointed to was there when it began, and was deleted before it ended.
  if (code === "23503") return new DomainError("CONFLICT", { cause: error });
  if (databaseAway.has(code)) {
    ctx?.log.error({ err: error, requestId: ctx.requestId }, "database unavailable");
    return new DomainError("SERVICE_UNAVAILABLE", { cause: error, retryAfterSeconds: 5 });
  }
  ctx?.log.error({ err: error, requestId: ctx.requestId }, "unexpected error");
  return new DomainError("INTERNAL_ERROR", { cause: error });
}

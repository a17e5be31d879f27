/** The trace of an address that ran into a limit: one event a window, or a flood would fill the trail as well. */
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { BucketScope } from "./buckets.ts";
import { BucketSpent } from "./rate-limit.ts";

/** Appends the event when `error` is the first refusal by a limit in its window; otherwise does nothing. */
export async function auditExceeded(ctx: Context, error: unknown): Promise<void> {
  if (!(error instanceof DomainError && error.cause instanceof BucketSpent && error.cause.first)) return;
  await appendExceeded(ctx, error.cause.scope);
}

/** Appends the event for a bucket whose last point was taken by a failure just now. */
export async function appendExceeded(ctx: Context, scope: BucketScope): Promise<void> {
  await appendAuditEvent(ctx, ctx.db, { action: "rate_limit.exceeded", outcome: "failure", reason: scope });
}

/** Spends points of a bucket, in the memory of this process. */
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Config } from "#lib/config/load-config.ts";
import type { Context } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { type BucketScope, bucketsOf } from "./buckets.ts";
import { ipv6Network, isIpv6 } from "./ipv6-network.ts";

/** What the RateLimit header fields tell (draft-ietf-httpapi-ratelimit-headers). */
export interface RateLimitState {
  readonly scope: BucketScope;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/**
 * Takes one point from `scope` for the caller's address, for each `subject` apart where one is given. Undefined when limits are switched off. The first refusal in a
 * window is written to the trail; an event for each would let a flood fill it.
 * @throws DomainError RATE_LIMIT_EXCEEDED with the seconds to wait.
 */
export async function takePoint(
  ctx: Context,
  scope: BucketScope,
  subject = "",
): Promise<RateLimitState | undefined> {
  if (!ctx.config.rateLimit.enabled) return undefined;
  const limiter = limiterOf(ctx.config, scope);
  try {
    return stateOf(scope, limiter.points, await limiter.consume(bucketKey(ctx.ip) + subject));
  } catch (refusal) {
    if (!isLimiterResult(refusal)) throw refusal;
    if (refusal.consumedPoints === limiter.points + 1) await appendExceeded(ctx, scope);
    throw exceeded(refusal, limiter.points);
  }
}

/**
 * Refuses when `scope` is spent, without taking a point: asked before work whose failure takes one. With a `subject`
 * the failures of each are counted apart.
 * @throws DomainError RATE_LIMIT_EXCEEDED with the seconds to wait.
 */
export async function checkPointsLeft(ctx: Context, scope: BucketScope, subject = ""): Promise<void> {
  if (!ctx.config.rateLimit.enabled) return;
  const limiter = limiterOf(ctx.config, scope);
  const state = await limiter.get(bucketKey(ctx.ip) + subject);
  if (state !== null && state.consumedPoints >= limiter.points) throw exceeded(state, limiter.points);
}

/** Takes a point for a failure that has happened; it is itself the answer. The last point is written to the trail. */
export async function countFailure(ctx: Context, scope: BucketScope, subject = ""): Promise<void> {
  if (!ctx.config.rateLimit.enabled) return;
  const limiter = limiterOf(ctx.config, scope);
  const { consumedPoints } = await limiter.penalty(bucketKey(ctx.ip) + subject, 1);
  if (consumedPoints === limiter.points) await appendExceeded(ctx, scope);
}

/**
 * Takes one point from `scope` for `subject`, whatever the address. False when none is left: for what the caller can
 * leave out, so nothing is thrown.
 */
export async function takePointOf(ctx: Context, scope: BucketScope, subject: string): Promise<boolean> {
  if (!ctx.config.rateLimit.enabled) return true;
  const limiter = limiterOf(ctx.config, scope);
  const { consumedPoints } = await limiter.penalty(subject, 1);
  if (consumedPoints === limiter.points + 1)
    ctx.log.security({ requestId: ctx.requestId, scope, subject }, "a limit is exceeded");
  return consumedPoints <= limiter.points;
}

async function appendExceeded(ctx: Context, scope: BucketScope): Promise<void> {
  await appendAuditEvent(ctx, ctx.db, { action: "rate_limit.exceeded", outcome: "failure", reason: scope });
}

function limiterOf(config: Config, scope: BucketScope): RateLimiterMemory {
  return processWide(`rate-limit/${scope}`, () => {
    const { points, windowSeconds } = bucketsOf(config)[scope];
    return new RateLimiterMemory({ keyPrefix: scope, points, duration: windowSeconds });
  });
}

/** One household or host has one IPv6 /64; counting single addresses of it would be no limit at all. */
function bucketKey(address: string): string {
  return isIpv6(address) ? ipv6Network(address, 64) : address;
}

function stateOf(scope: BucketScope, limit: number, result: RateLimiterRes): RateLimitState {
  return {
    scope,
    limit,
    remaining: result.remainingPoints,
    resetSeconds: Math.ceil(result.msBeforeNext / 1000),
  };
}

function exceeded(state: RateLimiterRes, limit: number): DomainError {
  return new DomainError("RATE_LIMIT_EXCEEDED", {
    limit,
    retryAfterSeconds: Math.max(1, Math.ceil(state.msBeforeNext / 1000)),
  });
}

/** By shape, not by class: the one limiter of the process may have been made by another copy of the library. */
function isLimiterResult(value: unknown): value is RateLimiterRes {
  return typeof value === "object" && value !== null && "msBeforeNext" in value && "consumedPoints" in value;
}

/** Spends points of a bucket, in the memory of this process. */
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Config } from "#lib/config/load-config.ts";
import type { Context } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { type BucketScope, bucketsOf } from "./buckets.ts";

/** What the RateLimit header fields tell (draft-ietf-httpapi-ratelimit-headers). */
export interface RateLimitState {
  readonly scope: BucketScope;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/**
 * Takes one point from `scope` for the caller's address. Undefined when limits are switched off. The first refusal in a
 * window is written to the trail; an event for each would let a flood fill it.
 * @throws DomainError RATE_LIMIT_EXCEEDED with the seconds to wait.
 */
export async function takePoint(ctx: Context, scope: BucketScope): Promise<RateLimitState | undefined> {
  if (!ctx.config.rateLimit.enabled) return undefined;
  const limiter = limiterOf(ctx.config, scope);
  try {
    return stateOf(scope, limiter.points, await limiter.consume(bucketKey(ctx.ip)));
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
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":");
  if (tail !== undefined) {
    const rest = tail === "" ? [] : tail.split(":");
    groups.push(...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill("0"), ...rest);
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, "").toLowerCase())
    .join(":")}::/64`;
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

/** Spends points of a bucket, in the memory of this process. */
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Config } from "#lib/config/load-config.ts";
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

/** The cause of RATE_LIMIT_EXCEEDED; it stays inside. */
export class BucketSpent extends Error {
  override readonly name = "BucketSpent";
  readonly scope: BucketScope;
  /** The first refusal of this address in this window: the one that is worth an event. */
  readonly first: boolean;

  constructor(scope: BucketScope, first: boolean) {
    super(scope);
    this.scope = scope;
    this.first = first;
  }
}

/**
 * Takes one point from `scope` for `address`. Undefined when limits are switched off.
 * @throws DomainError RATE_LIMIT_EXCEEDED with the seconds to wait.
 */
export async function takePoint(
  config: Config,
  scope: BucketScope,
  address: string,
): Promise<RateLimitState | undefined> {
  if (!config.rateLimit.enabled) return undefined;
  const limiter = limiterOf(config, scope);
  try {
    return stateOf(scope, limiter.points, await limiter.consume(bucketKey(address)));
  } catch (refusal) {
    throw refusalOf(refusal, scope, limiter.points);
  }
}

/**
 * Refuses when `scope` is spent, without taking a point: asked before work whose failure takes one.
 * @throws DomainError RATE_LIMIT_EXCEEDED with the seconds to wait.
 */
export async function checkPointsLeft(config: Config, scope: BucketScope, address: string): Promise<void> {
  if (!config.rateLimit.enabled) return;
  const limiter = limiterOf(config, scope);
  const state = await limiter.get(bucketKey(address));
  if (state !== null && state.consumedPoints >= limiter.points) throw refusalOf(state, scope, limiter.points);
}

/**
 * Takes a point for a failure that has happened; never throws, the failure itself is the answer.
 * True when it was the last point: from now on the address is refused.
 */
export async function countFailure(config: Config, scope: BucketScope, address: string): Promise<boolean> {
  if (!config.rateLimit.enabled) return false;
  const limiter = limiterOf(config, scope);
  const { consumedPoints } = await limiter.penalty(bucketKey(address), 1);
  return consumedPoints === limiter.points;
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

function refusalOf(refusal: unknown, scope: BucketScope, points: number): unknown {
  if (!isLimiterResult(refusal)) return refusal;
  return new DomainError("RATE_LIMIT_EXCEEDED", {
    cause: new BucketSpent(scope, refusal.consumedPoints === points + 1),
    retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
  });
}

/** By shape, not by class: the one limiter of the process may have been made by another copy of the library. */
function isLimiterResult(value: unknown): value is RateLimiterRes {
  return typeof value === "object" && value !== null && "msBeforeNext" in value && "consumedPoints" in value;
}

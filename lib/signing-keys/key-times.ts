/** The times that keep every token verifiable, from the moment it is signed until it expires. */
import type { Config } from "#lib/config/load-config.ts";

/** Seconds that a copy of the JWKS may be kept (`Cache-Control: max-age`). */
export const jwksMaxAgeSeconds = 300;

/** The longest that a JWT of ours may live; `signJwt` holds every caller to it. */
export const longestJwtLifetimeSeconds = 86_400;

/** Clocks of two instances, and of a verifier, may differ by so much. */
const clockSlackSeconds = 60;

export interface KeyTimes {
  /** How long a key signs before its successor takes over. */
  readonly rotateAfterMs: number;
  /** How long a key is published before it first signs. */
  readonly publishBeforeMs: number;
  /** How long it stays published after it has signed for the last time. */
  readonly keepAfterMs: number;
  /** An instance looks at the database again when what it knows is so old, */
  readonly refreshAfterMs: number;
  /** and neither signs nor publishes from memory when it is older than this. */
  readonly staleAfterMs: number;
  /**
   * How long a signature waits for the database then. Most are made inside a transaction: if every connection were held by
   * one that waits for the keys, none would be left to read them.
   */
  readonly readWithinMs: number;
}

const stale = 60;

/** The times that hold in production; docs/decisions/0023 says why these sums. */
export function keyTimes({ signingKeyRotationDays }: Pick<Config, "signingKeyRotationDays">): KeyTimes {
  return {
    rotateAfterMs: signingKeyRotationDays * 86_400_000,
    publishBeforeMs: (jwksMaxAgeSeconds + stale + clockSlackSeconds) * 1000,
    keepAfterMs: (longestJwtLifetimeSeconds + stale + 2 * clockSlackSeconds) * 1000,
    refreshAfterMs: 30_000,
    staleAfterMs: stale * 1000,
    readWithinMs: 3000,
  };
}

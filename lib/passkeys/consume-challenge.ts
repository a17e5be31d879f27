/** Takes a challenge out of the store: exactly once, whatever becomes of the ceremony. */
import type { SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { decodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { refuse } from "./ceremony-refusal.ts";
import { type ChallengeContexts, challengeContextSchemas } from "./schema.ts";
import { takeChallenge } from "./store.ts";

export interface ConsumedChallenge<Kind extends keyof ChallengeContexts> {
  /** As the browser must have signed it. */
  readonly challenge: string;
  readonly userId: UserId | undefined;
  readonly context: ChallengeContexts[Kind];
}

/**
 * The statement that reads the row deletes it, and is committed alone: a throw later on brings nothing back.
 * A challenge of a session is good in that session only.
 * @throws DomainError INVALID_CHALLENGE, CHALLENGE_EXPIRED
 */
export async function consumeChallenge<Kind extends keyof ChallengeContexts>(
  ctx: Context,
  kind: Kind,
  challenge: string,
): Promise<ConsumedChallenge<Kind>> {
  const bytes = decodeBase64url(challenge);
  const row = bytes && (await takeChallenge(ctx.db, sha256(bytes)));
  if (!row) throw refuse("INVALID_CHALLENGE", "challenge_unknown");
  if (row.kind !== kind) throw refuse("INVALID_CHALLENGE", "challenge_kind");
  if (row.sessionId !== null && row.sessionId !== sessionIdOf(ctx))
    throw refuse("INVALID_CHALLENGE", "challenge_session");
  if (row.expiresAt.getTime() <= ctx.now.getTime()) throw new DomainError("CHALLENGE_EXPIRED");
  return {
    challenge,
    userId: row.userId ?? undefined,
    context: challengeContextSchemas[kind].parse(row.context) as ChallengeContexts[Kind],
  };
}

function sessionIdOf(ctx: Context): SessionId | undefined {
  return ctx.actor.type === "user" ? ctx.actor.sessionId : undefined;
}

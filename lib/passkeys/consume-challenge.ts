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
 * A challenge of a session is good in that session only, one of the conformance interface only there.
 * @throws DomainError INVALID_CHALLENGE, CHALLENGE_EXPIRED
 */
export async function consumeChallenge<Kind extends keyof ChallengeContexts>(
  ctx: Context,
  kind: Kind,
  challenge: string,
  audience: "people" | "conformance" = "people",
): Promise<ConsumedChallenge<Kind>> {
  const bytes = decodeBase64url(challenge);
  const row = bytes && (await takeChallenge(ctx.db, sha256(bytes)));
  if (!row) throw refuse("INVALID_CHALLENGE", "challenge_unknown");
  if (row.kind !== kind) throw refuse("INVALID_CHALLENGE", "challenge_kind");
  if (row.sessionId !== null && row.sessionId !== sessionIdOf(ctx))
    throw refuse("INVALID_CHALLENGE", "challenge_session");
  if (row.expiresAt.getTime() <= ctx.now.getTime()) throw new DomainError("CHALLENGE_EXPIRED");
  const context = challengeContextSchemas[kind].parse(row.context) as ChallengeContexts[Kind];
  if ((context.conformance ?? false) !== (audience === "conformance"))
    throw refuse("INVALID_CHALLENGE", "challenge_kind");
  return { challenge, userId: row.userId ?? undefined, context };
}

function sessionIdOf(ctx: Context): SessionId | undefined {
  return ctx.actor.type === "user" ? ctx.actor.sessionId : undefined;
}

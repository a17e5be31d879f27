/** Makes the challenge of a ceremony and remembers what it was issued for. */
import type { SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomToken } from "#lib/crypto/random.ts";
import type { ChallengeContexts } from "./schema.ts";
import { insertChallenge } from "./store.ts";

const challengeBytes = 32;

export interface NewChallenge<Kind extends keyof ChallengeContexts> {
  readonly kind: Kind;
  readonly userId?: UserId;
  readonly sessionId?: SessionId;
  readonly context: ChallengeContexts[Kind];
}

/** A new challenge in base64url; only its hash is stored. Alive for `CHALLENGE_TIMEOUT_SECONDS`. */
export async function issueChallenge<Kind extends keyof ChallengeContexts>(
  ctx: Context,
  input: NewChallenge<Kind>,
): Promise<string> {
  const challenge = randomToken(challengeBytes);
  await insertChallenge(ctx.db, {
    challengeHash: sha256(challenge),
    kind: input.kind,
    userId: input.userId ?? null,
    sessionId: input.sessionId ?? null,
    context: input.context,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + ctx.config.challengeTimeoutSeconds * 1000),
  });
  return encodeBase64url(challenge);
}

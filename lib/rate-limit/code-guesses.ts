/** Codes short enough to be typed are short enough to be guessed by whoever may go on for ever (RFC 8628 section 5.1). */
import type { Context } from "#lib/context/context.ts";
import { checkPointsLeft, countFailure } from "./rate-limit.ts";

/** @throws DomainError RATE_LIMIT_EXCEEDED after some wrong codes from this address or in this session */
export async function checkGuessesLeft(ctx: Context): Promise<void> {
  await checkPointsLeft(ctx, "user_code");
  await checkPointsLeft(ofSession(ctx), "user_code", sessionKey(ctx));
}

export async function countWrongGuess(ctx: Context): Promise<void> {
  await countFailure(ctx, "user_code");
  if (ctx.actor.type === "user") await countFailure(ofSession(ctx), "user_code", sessionKey(ctx));
}

/** The same session from many addresses is one guesser. */
function ofSession(ctx: Context): Context {
  return ctx.actor.type === "user" ? { ...ctx, ip: "" } : ctx;
}

function sessionKey({ actor }: Context): string {
  return actor.type === "user" ? `session/${actor.sessionId}` : "";
}

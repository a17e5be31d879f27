/** The waiting browser that a code stands for, looked up so that nobody can try codes for long. */
import type { DeviceApprovalRow } from "#drizzle/schema/accounts.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkGuessesLeft, countWrongGuess } from "#lib/rate-limit/code-guesses.ts";
import { hashApprovalCode } from "./approval-code.ts";
import { findWaitingApproval } from "./store.ts";

export interface FoundRequest {
  readonly row: DeviceApprovalRow;
  readonly approvalHash: Uint8Array;
}

/**
 * One answer for codes that are unknown, malformed, expired and answered.
 * @throws DomainError UNAUTHENTICATED: codes are nobody's business without an account; APPROVAL_NOT_FOUND,
 * RATE_LIMIT_EXCEEDED
 */
export async function findRequest(ctx: Context, code: string): Promise<FoundRequest> {
  if (ctx.actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  await checkGuessesLeft(ctx);
  const approvalHash = hashApprovalCode(code);
  const row = approvalHash && (await findWaitingApproval(ctx.db, approvalHash, ctx.now));
  if (approvalHash && row) return { row, approvalHash };
  await countWrongGuess(ctx);
  throw new DomainError("APPROVAL_NOT_FOUND");
}

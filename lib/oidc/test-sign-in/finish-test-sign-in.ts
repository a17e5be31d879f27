/** Takes the answer of a test sign-in: redeems the code, looks at what an app would get, and takes all of it back. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { TestSignInRow } from "#drizzle/schema/oidc.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import { getClient } from "#lib/clients/get-client.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { revokeTokenLine } from "../tokens/refresh/store.ts";
import { readTestAnswer, type TestAnswer, unknownTest } from "./read-answer.ts";
import { redeemTestCode } from "./redeem-test-code.ts";
import type { TestResult } from "./schema.ts";
import { consumeTestSignIn, deleteUntouchedGrant, keepTestResult } from "./store.ts";

/**
 * Of any number of answers to one test the first counts, and only in the session that began it. That the administrator
 * confirmed who they are was asked when it began. Returns where the result is shown.
 * @throws PageError for every other answer, DomainError FORBIDDEN
 */
export async function finishTestSignIn(
  ctx: Context,
  entries: Iterable<readonly [string, string]>,
): Promise<Pick<TestSignInRow, "id" | "clientId">> {
  const answer = readTestAnswer(entries);
  const { actor } = ctx;
  if (actor.type !== "user") throw unknownTest();
  if (!hasPermission(ctx, "clients.write")) throw new DomainError("FORBIDDEN");
  const test = await consumeTestSignIn(ctx.db, {
    stateHash: sha256(answer.state),
    sessionId: actor.sessionId,
    now: ctx.now,
  });
  if (!test) throw unknownTest();
  await keepResult(ctx, test, actor.userId, answer, await resultOf(ctx, test, actor.userId, answer));
  return test;
}

async function resultOf(
  ctx: Context,
  test: TestSignInRow,
  userId: UserId,
  answer: TestAnswer,
): Promise<TestResult> {
  if ("error" in answer)
    return {
      outcome: "refused",
      step: "authorize",
      error: answer.error,
      description: answer.description,
    };
  try {
    // RFC 9207 section 2.4.
    if (answer.issuer !== ctx.config.baseUrl)
      throw new OAuthError("invalid_request", "The answer names another issuer.");
    return await redeemTestCode(ctx, await getClient(ctx, test.clientId), {
      test,
      userId,
      code: answer.code,
    });
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return { outcome: "refused", step: "token", error: error.code, description: error.description };
  }
}

/** Nothing that the test made stays: whoever had it, could do nothing with it. */
async function keepResult(
  ctx: Context,
  { id, clientId, createdAt: since }: TestSignInRow,
  userId: UserId,
  answer: TestAnswer,
  result: TestResult,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    if ("code" in answer) {
      await revokeTokenLine(tx, { codeHash: sha256(answer.code), clientId }, ctx.now);
      await deleteUntouchedGrant(tx, { userId, clientId, since });
    }
    await keepTestResult(tx, id, result);
    await appendAuditEvent(ctx, tx, {
      action: "client.test_finished",
      outcome: result.outcome === "answered" ? "success" : "failure",
      ...(result.outcome === "refused" ? { reason: result.error } : {}),
      clientId,
      details: { test: id },
    });
  });
}

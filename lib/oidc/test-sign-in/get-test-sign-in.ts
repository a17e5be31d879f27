/** What came of a test sign-in, for the session that made it. */
import type { ClientId, TestSignInId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { type TestResult, testResultSchema } from "./schema.ts";
import { findTestSignIn } from "./store.ts";

export interface TestSignIn {
  readonly createdAt: Date;
  /** Undefined while it is under way, or where it was left. */
  readonly result: TestResult | undefined;
}

/** Undefined for those of other sessions and those that are gone. @throws DomainError FORBIDDEN */
export async function getTestSignIn(
  ctx: Context,
  input: { readonly id: TestSignInId; readonly clientId: ClientId },
): Promise<TestSignIn | undefined> {
  if (!hasPermission(ctx, "clients.write")) throw new DomainError("FORBIDDEN");
  if (ctx.actor.type !== "user") return undefined;
  const { sessionId } = ctx.actor;
  const row = await findTestSignIn(ctx.db, { ...input, sessionId, now: ctx.now });
  if (!row) return undefined;
  const result = row.result === null ? undefined : testResultSchema.parse(row.result);
  return { createdAt: row.createdAt, result };
}

/** What a refresh token gets that could not be used: its answer once more, a refusal, or the end of its family. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import type { TokenResponse } from "../tokens/issue-tokens.ts";
import {
  openRotationAnswer,
  type RefreshRequestShape,
  retryWindowMs,
} from "../tokens/refresh/rotation-answer.ts";
import { type FoundRefreshToken, findRefreshToken, revokeTokenLine } from "../tokens/refresh/store.ts";

/** Undefined for a refusal, which the caller tells after the commit: what was revoked stays so. */
export async function answerSpentToken(
  ctx: Context,
  tx: Db,
  client: ClientRow,
  tokenHash: Uint8Array,
  shape: RefreshRequestShape,
): Promise<TokenResponse | undefined> {
  const found = await findRefreshToken(tx, tokenHash);
  // RFC 6749 section 5.2. Its owner may still use it: another app that got hold of it must not be able to end it.
  if (found?.token.clientId !== client.id)
    return await refuse(
      ctx,
      tx,
      client,
      found,
      found ? "refresh_token_of_other_client" : "unknown_refresh_token",
    );
  const problem = problemOf(found, shape, ctx.now);
  if (problem !== undefined) return await refuse(ctx, tx, client, found, problem);
  return answerAgain(ctx, found, shape) ?? (await revokeFamily(ctx, tx, client, found));
}

/** Why the token is no good, other than that it was rotated. */
function problemOf(found: FoundRefreshToken, shape: RefreshRequestShape, now: Date): string | undefined {
  const { token } = found;
  if (token.revokedAt !== null) return "refresh_token_revoked";
  if (token.expiresAt.getTime() <= now.getTime()) return "refresh_token_expired";
  if (found.userStatus !== "active") return "user_disabled";
  const { sessionRevokedAt, sessionExpiresAt } = found;
  const sessionLive =
    sessionRevokedAt === null && sessionExpiresAt !== null && sessionExpiresAt.getTime() > now.getTime();
  if (!token.offline && !sessionLive) return "session_ended";
  if (token.rotatedAt !== null) return undefined;
  return token.dpopJkt !== null && token.dpopJkt !== shape.dpopJkt
    ? "wrong_dpop_key"
    : "refresh_token_unusable";
}

/** Apps with several tabs or processes do race, and answers get lost: within seconds the same question is no theft. */
function answerAgain(
  ctx: Context,
  { token }: FoundRefreshToken,
  shape: RefreshRequestShape,
): TokenResponse | undefined {
  const { rotatedAt, rotationAnswer, tokenHash } = token;
  if (rotatedAt === null || rotationAnswer === null) return undefined;
  if (ctx.now.getTime() - rotatedAt.getTime() > retryWindowMs) return undefined;
  return openRotationAnswer(ctx, tokenHash, shape, rotationAnswer) as TokenResponse | undefined;
}

/** RFC 9700 section 4.14.2: one of two holders stole it, and nobody knows which. */
async function revokeFamily(
  ctx: Context,
  tx: Db,
  client: ClientRow,
  { token }: FoundRefreshToken,
): Promise<undefined> {
  const revokedTokens = await revokeTokenLine(tx, { clientId: client.id, familyId: token.familyId }, ctx.now);
  await appendAuditEvent(ctx, tx, {
    action: "refresh_token.replayed",
    outcome: "failure",
    reason: "refresh_token_used_before",
    actor: { type: "client", clientId: client.id },
    clientId: client.id,
    subjectUserId: token.userId,
    ...(token.sessionId === null ? {} : { sessionId: token.sessionId }),
    details: { revokedTokens },
  });
  return undefined;
}

async function refuse(
  ctx: Context,
  tx: Db,
  client: ClientRow,
  found: FoundRefreshToken | undefined,
  reason: string,
): Promise<undefined> {
  await appendAuditEvent(ctx, tx, {
    action: "token.refused",
    outcome: "failure",
    reason,
    actor: { type: "client", clientId: client.id },
    clientId: client.id,
    ...(found?.token.clientId === client.id ? { subjectUserId: found.token.userId } : {}),
  });
  return undefined;
}

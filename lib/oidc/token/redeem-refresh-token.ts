/** The refresh token grant (RFC 6749 section 6): a refresh token, once, for new tokens and its successor. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import type { Db } from "#lib/db/client.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { claimsRequestSchema } from "../claims/schema.ts";
import { issueTokens, mayRefresh, type TokenResponse } from "../tokens/issue-tokens.ts";
import { refreshTokenExpiry } from "../tokens/lifetimes.ts";
import { type RefreshRequestShape, sealRotationAnswer } from "../tokens/refresh/rotation-answer.ts";
import {
  extendRefreshToken,
  keepRotationAnswer,
  rotateRefreshToken,
  type UsedRefreshToken,
} from "../tokens/refresh/store.ts";
import { tokenTransaction } from "../tokens/token-transaction.ts";
import { answerSpentToken } from "./answer-spent-token.ts";
import { narrowGrant } from "./narrow-grant.ts";

export interface RefreshRequest extends RefreshRequestShape {
  readonly refreshToken: string;
}

/**
 * One transaction. A refusal of the token commits what it led to (a replay revokes its family); one of the scope or
 * resource undoes the rotation, so that the app can ask again.
 * @throws OAuthError invalid_grant, the same words for every cause; invalid_scope, invalid_target
 */
export async function redeemRefreshToken(
  ctx: Context,
  client: ClientRow,
  request: RefreshRequest,
): Promise<TokenResponse> {
  const tokenHash = sha256(request.refreshToken);
  const response = await tokenTransaction(ctx, async (tx) => {
    const used = await useRefreshToken(ctx, tx, client, tokenHash, request.dpopJkt);
    return used
      ? await answerRefresh(ctx, tx, client, used, request)
      : await answerSpentToken(ctx, tx, client, tokenHash, request);
  });
  if (!response) throw new OAuthError("invalid_grant", "The refresh token is not valid, or not any more.");
  return response;
}

/** FAPI 2.0 Security Profile section 5.3.2.1: sender-constrained refresh tokens are not rotated. */
function rotates({ securityProfile }: ClientRow): boolean {
  return securityProfile !== "fapi2";
}

function useRefreshToken(
  { now }: Context,
  tx: Db,
  client: ClientRow,
  tokenHash: Uint8Array,
  dpopJkt: string | undefined,
): Promise<UsedRefreshToken | undefined> {
  const use = { tokenHash, clientId: client.id, dpopJkt, now };
  if (rotates(client)) return rotateRefreshToken(tx, use);
  return extendRefreshToken(tx, { ...use, idleUntil: refreshTokenExpiry(client, now) });
}

async function answerRefresh(
  ctx: Context,
  tx: Db,
  client: ClientRow,
  { token, person }: UsedRefreshToken,
  request: RefreshRequest,
): Promise<TokenResponse> {
  const narrowed = narrowGrant(token, request, ctx.config.baseUrl);
  const { authTime, acr, amr, grantId, sessionId } = token;
  const rotating = rotates(client);
  return await issueTokens(ctx, tx, {
    client,
    grantType: "refresh_token",
    subject: { user: person, grantId, sessionId, authTime, acr, amr },
    scopes: token.scopes,
    resources: token.resources,
    narrowed,
    claims: token.claims === null ? undefined : claimsRequestSchema.parse(token.claims),
    dpopJkt: request.dpopJkt,
    codeHash: token.codeHash ?? undefined,
    family: { id: token.familyId, expiresAt: token.familyExpiresAt },
    withIdToken: narrowed.scopes.includes("openid"),
    withRefreshToken: rotating && mayRefresh(client),
    ...(rotating ? { alongside: (response) => keepAnswer(ctx, tx, token.tokenHash, request, response) } : {}),
  });
}

function keepAnswer(
  ctx: Context,
  tx: Db,
  tokenHash: Uint8Array,
  request: RefreshRequest,
  response: TokenResponse,
): Promise<void> {
  return keepRotationAnswer(tx, tokenHash, sealRotationAnswer(ctx, tokenHash, request, response));
}

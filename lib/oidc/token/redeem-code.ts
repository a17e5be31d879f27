/** The authorization code grant (RFC 6749 section 4.1.3): a code, once, for tokens. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { claimsRequestSchema } from "../claims/schema.ts";
import { knownScopes } from "../claims/scopes.ts";
import { accessTokenLifetimeSeconds } from "../tokens/lifetimes.ts";
import { signIdToken } from "../tokens/sign-id-token.ts";
import { type ConsumedCode, consumeAuthorizationCode, insertAccessToken } from "../tokens/store.ts";
import { redemptionProblem } from "./check-redemption.ts";
import { refuseSpentCode } from "./refuse-spent-code.ts";

export interface Redemption {
  readonly code: string;
  readonly redirectUri: string | undefined;
  readonly codeVerifier: string | undefined;
}

/** RFC 6749 section 5.1 and OIDC Core section 3.1.3.3. */
export interface TokenResponse {
  readonly access_token: string;
  readonly token_type: "Bearer";
  readonly expires_in: number;
  readonly id_token: string;
  readonly scope: string;
}

/**
 * One transaction, which commits whatever it decides: a refused code stays spent, a replay stays revoked.
 * @throws OAuthError invalid_grant, the same words for every cause
 */
export async function redeemCode(
  ctx: Context,
  client: ClientRow,
  redemption: Redemption,
): Promise<TokenResponse> {
  const codeHash = sha256(redemption.code);
  const response = await ctx.db.transaction(async (tx) => {
    const consumed = await consumeAuthorizationCode(tx, { codeHash, clientId: client.id, now: ctx.now });
    if (!consumed) return refuseSpentCode(ctx, tx, client, codeHash);
    const problem = redemptionProblem(consumed, redemption, ctx.now);
    return problem === undefined ? issueTokens(ctx, tx, consumed) : recordRefusal(ctx, tx, consumed, problem);
  });
  if (!response) throw new OAuthError("invalid_grant", "The code is not valid, or it was used already.");
  return response;
}

async function issueTokens(ctx: Context, tx: Db, { code, person }: ConsumedCode): Promise<TokenResponse> {
  const accessToken = randomSecret();
  const idToken = await signIdToken(ctx, {
    person,
    clientId: code.clientId,
    sessionId: code.sessionId,
    authTime: code.authTime,
    acr: code.acr,
    amr: code.amr,
    nonce: code.nonce,
    claims: code.claims === null ? undefined : claimsRequestSchema.parse(code.claims),
    accessToken,
  });
  const { clientId, userId, sessionId, grantId, codeHash, claims } = code;
  const scopes = knownScopes(code.scopes);
  await insertAccessToken(tx, {
    tokenHash: sha256(accessToken),
    clientId,
    userId,
    sessionId,
    grantId,
    codeHash,
    scopes,
    claims,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + accessTokenLifetimeSeconds * 1000),
  });
  await appendAuditEvent(ctx, tx, {
    action: "token.issued",
    outcome: "success",
    actor: { type: "client", clientId },
    clientId,
    subjectUserId: userId,
    sessionId,
    details: { grantType: "authorization_code", scopes },
  });
  return {
    access_token: accessToken,
    token_type: "Bearer",
    expires_in: accessTokenLifetimeSeconds,
    id_token: idToken,
    scope: scopes.join(" "),
  };
}

async function recordRefusal(
  ctx: Context,
  tx: Db,
  { code }: ConsumedCode,
  reason: string,
): Promise<undefined> {
  await appendAuditEvent(ctx, tx, {
    action: "token.refused",
    outcome: "failure",
    reason,
    actor: { type: "client", clientId: code.clientId },
    clientId: code.clientId,
    subjectUserId: code.userId,
    sessionId: code.sessionId,
  });
  return undefined;
}

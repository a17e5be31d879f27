/** The authorization code grant (RFC 6749 section 4.1.3): a code, once, for tokens. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import type { Db } from "#lib/db/client.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { claimsRequestSchema } from "../claims/schema.ts";
import { issueTokens, mayRefresh, type TokenResponse } from "../tokens/issue-tokens.ts";
import { type ConsumedCode, consumeAuthorizationCode } from "../tokens/store.ts";
import { tokenTransaction } from "../tokens/token-transaction.ts";
import { type Redemption, redemptionProblem } from "./check-redemption.ts";
import { narrowGrant } from "./narrow-grant.ts";
import { refuseSpentCode } from "./refuse-spent-code.ts";

/**
 * One transaction, which commits whatever it decides: a refused code stays spent, a replay stays revoked. Only a
 * resource too many undoes it, so that the app can ask again.
 * @throws OAuthError invalid_grant, the same words for every cause; invalid_target
 */
export async function redeemCode(
  ctx: Context,
  client: ClientRow,
  redemption: Redemption,
): Promise<TokenResponse> {
  const codeHash = sha256(redemption.code);
  const response = await tokenTransaction(ctx, async (tx) => {
    const consumed = await consumeAuthorizationCode(tx, { codeHash, clientId: client.id, now: ctx.now });
    if (!consumed) return await refuseSpentCode(ctx, tx, client, codeHash);
    const problem = redemptionProblem(consumed, redemption, ctx.now);
    return problem === undefined
      ? await answerRedemption(ctx, tx, client, consumed, redemption)
      : await recordRefusal(ctx, tx, consumed, problem);
  });
  if (!response) throw new OAuthError("invalid_grant", "The code is not valid, or it was used already.");
  return response;
}

function answerRedemption(
  ctx: Context,
  tx: Db,
  client: ClientRow,
  { code, person }: ConsumedCode,
  redemption: Redemption,
): Promise<TokenResponse> {
  const { scopes, resources, grantId, sessionId, authTime, acr, amr } = code;
  return issueTokens(ctx, tx, {
    client,
    grantType: "authorization_code",
    subject: { user: person, grantId, sessionId, authTime, acr, amr },
    scopes,
    resources,
    narrowed: narrowGrant(code, { scope: undefined, resources: redemption.resources }, ctx.config.baseUrl),
    claims: code.claims === null ? undefined : claimsRequestSchema.parse(code.claims),
    nonce: code.nonce ?? undefined,
    dpopJkt: redemption.dpopJkt,
    codeHash: code.codeHash,
    withIdToken: scopes.includes("openid"),
    withRefreshToken: mayRefresh(client),
  });
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

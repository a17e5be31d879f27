/** The device code grant (RFC 8628 section 3.4): a device asks whether its person has answered. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { DeviceCodeRow } from "#drizzle/schema/oidc.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import type { Db } from "#lib/db/client.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { findPerson } from "../claims/store.ts";
import { narrowGrant } from "../token/narrow-grant.ts";
import { issueTokens, mayRefresh, type TokenResponse } from "../tokens/issue-tokens.ts";
import type { TokenSubject } from "../tokens/token-subject.ts";
import { tokenTransaction } from "../tokens/token-transaction.ts";
import { slowDownSeconds } from "./lifetimes.ts";
import { consumeDeviceCode, findApprover, lockDeviceCode, notePoll } from "./store.ts";

export interface DevicePoll {
  readonly deviceCode: string;
  /** Those that this access token is for; none: all of them (RFC 8707 section 2.2). */
  readonly resources: readonly string[];
  /** Thumbprint of the key that the request proved to hold (RFC 9449). */
  readonly dpopJkt: string | undefined;
}

/** A device that counts seconds, over a network, is not too fast by half of one. */
const leewayMs = 500;

/**
 * One transaction, which commits whatever it decides: a slower pace stays, a code is redeemed once.
 * @throws OAuthError authorization_pending, slow_down, access_denied, expired_token (RFC 8628 section 3.5), invalid_grant
 */
export async function redeemDeviceCode(
  ctx: Context,
  client: ClientRow,
  poll: DevicePoll,
): Promise<TokenResponse> {
  const deviceCodeHash = sha256(poll.deviceCode);
  const answer = await tokenTransaction(ctx, async (tx) => {
    const row = await lockDeviceCode(tx, { deviceCodeHash, clientId: client.id });
    // Nothing tells an unknown code from one of another client, or from one that was redeemed.
    if (!row) return await refuse(ctx, tx, client, "unknown_device_code");
    if (row.dpopJkt !== null && row.dpopJkt !== poll.dpopJkt)
      return await refuse(ctx, tx, client, "wrong_dpop_key");
    if (row.expiresAt.getTime() <= ctx.now.getTime())
      return new OAuthError("expired_token", "The code has expired. Start again on the device.");
    switch (row.status) {
      case "pending":
        return await keepWaiting(ctx, tx, row);
      case "denied":
        return new OAuthError("access_denied", "The person did not allow it.");
      case "approved":
        return await redeem(ctx, tx, client, row, poll);
    }
  });
  if (answer instanceof OAuthError) throw answer;
  return answer;
}

async function keepWaiting(ctx: Context, tx: Db, row: DeviceCodeRow): Promise<OAuthError> {
  const { deviceCodeHash, lastPolledAt, pollIntervalSeconds } = row;
  const sinceMs = lastPolledAt === null ? Infinity : ctx.now.getTime() - lastPolledAt.getTime();
  const tooFast = sinceMs < pollIntervalSeconds * 1000 - leewayMs;
  // As many as the code lives would be more than enough.
  const intervalSeconds = tooFast
    ? Math.min(pollIntervalSeconds + slowDownSeconds, 600)
    : pollIntervalSeconds;
  await notePoll(tx, { deviceCodeHash, now: ctx.now, intervalSeconds });
  return tooFast
    ? new OAuthError("slow_down", `Poll at most every ${intervalSeconds} seconds.`)
    : new OAuthError("authorization_pending", "The person has not answered yet.");
}

async function redeem(
  ctx: Context,
  tx: Db,
  client: ClientRow,
  row: DeviceCodeRow,
  poll: DevicePoll,
): Promise<TokenResponse | OAuthError> {
  if (!(await consumeDeviceCode(tx, row.deviceCodeHash)))
    return await refuse(ctx, tx, client, "unknown_device_code");
  const subject = await findSubject(ctx, tx, row);
  if (typeof subject === "string") return await refuse(ctx, tx, client, subject);
  const { scopes, resources } = row;
  return await issueTokens(ctx, tx, {
    client,
    grantType: "urn:ietf:params:oauth:grant-type:device_code",
    subject,
    scopes,
    resources,
    narrowed: narrowGrant(row, { scope: undefined, resources: poll.resources }, ctx.config.baseUrl),
    dpopJkt: poll.dpopJkt,
    withIdToken: scopes.includes("openid"),
    withRefreshToken: mayRefresh(client),
  });
}

/** Who approved, as they are now; or the reason why their word counts no more. */
async function findSubject(ctx: Context, tx: Db, row: DeviceCodeRow): Promise<TokenSubject | string> {
  const { userId, sessionId, grantId, authTime, acr, amr } = row;
  if (userId === null || sessionId === null || grantId === null || authTime === null || acr === null || !amr)
    return "consent_revoked";
  const approver = await findApprover(tx, { userId, sessionId });
  if (approver?.userStatus !== "active") return "user_disabled";
  if (approver.sessionRevokedAt !== null || approver.sessionExpiresAt.getTime() <= ctx.now.getTime())
    return "session_ended";
  const user = await findPerson(tx, userId);
  return user ? { user, grantId, sessionId, authTime, acr, amr } : "user_disabled";
}

async function refuse(ctx: Context, tx: Db, client: ClientRow, reason: string): Promise<OAuthError> {
  await appendAuditEvent(ctx, tx, {
    action: "token.refused",
    outcome: "failure",
    reason,
    actor: { type: "client", clientId: client.id },
    clientId: client.id,
  });
  return new OAuthError("invalid_grant", "The device code is not valid, or it was used already.");
}

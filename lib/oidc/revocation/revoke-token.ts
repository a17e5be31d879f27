/** Token revocation (RFC 7009): an app that is done with a token says so. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { ClientId, UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import type { Db } from "#lib/db/client.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkParameters, readParameters } from "../parameters.ts";
import { authenticateCaller, callerLimits } from "../token/authenticate-caller.ts";
import { keepClientError } from "../token/keep-client-error.ts";
import { findRefreshToken, revokeTokenLine } from "../tokens/refresh/store.ts";
import { findAccessTokenOwner, revokeAccessToken } from "../tokens/store.ts";

export interface RevocationRequest {
  readonly entries: Iterable<readonly [string, string]>;
  /** The `Authorization` header as sent. */
  readonly authorization: string | undefined;
}

/** The hint only says where to look first; each token is found anyway (section 2.1). */
const limits = { ...callerLimits, token: 8192, token_type_hint: 128 } as const;

/**
 * A refresh token takes its family and their access tokens along; an access token goes alone. A token that is unknown, or
 * not good any more, is revoked already (section 2.2).
 * @throws OAuthError invalid_client, invalid_request, invalid_grant for a token of another client
 */
export async function revokeToken(ctx: Context, request: RevocationRequest): Promise<void> {
  const parameters = readParameters(request.entries, limits);
  checkParameters(parameters);
  const caller = await authenticateCaller(ctx, parameters.values, request.authorization);
  await keepClientError(ctx, { client: caller, endpoint: "/oauth/revoke" }, () =>
    revokePresented(ctx, caller, parameters.values.token),
  );
}

async function revokePresented(ctx: Context, caller: ClientRow, token: string | undefined): Promise<void> {
  if (token === undefined) throw new OAuthError("invalid_request", "token is missing.");
  const tokenHash = sha256(token);
  const refused = await ctx.db.transaction(async (tx) => {
    const owned = await findOwned(tx, tokenHash);
    if (!owned) return false;
    const isForeign = owned.clientId !== caller.id;
    const revokedTokens = isForeign ? 0 : await owned.revoke(ctx.now);
    if (!isForeign && revokedTokens === 0) return false;
    await appendAuditEvent(ctx, tx, {
      action: "token.revoked",
      outcome: isForeign ? "failure" : "success",
      ...(isForeign ? { reason: "token_of_other_client" } : {}),
      actor: { type: "client", clientId: caller.id },
      clientId: caller.id,
      ...(owned.userId === null || isForeign ? {} : { subjectUserId: owned.userId }),
      details: { kind: owned.kind, revokedTokens },
    });
    return isForeign;
  });
  if (refused) throw new OAuthError("invalid_grant", "The token was issued to another client.");
}

interface OwnedToken {
  readonly kind: "access" | "refresh";
  readonly clientId: ClientId;
  readonly userId: UserId | null;
  /** How many tokens were good until now. */
  readonly revoke: (now: Date) => Promise<number>;
}

async function findOwned(tx: Db, tokenHash: Uint8Array): Promise<OwnedToken | undefined> {
  const access = await findAccessTokenOwner(tx, tokenHash);
  if (access) {
    const { clientId } = access;
    const revoke = async (now: Date) => Number(await revokeAccessToken(tx, { tokenHash, clientId, now }));
    return { kind: "access", ...access, revoke };
  }
  const refresh = await findRefreshToken(tx, tokenHash);
  if (!refresh) return undefined;
  const { clientId, userId, familyId } = refresh.token;
  return {
    kind: "refresh",
    clientId,
    userId,
    revoke: (now) => revokeTokenLine(tx, { clientId, familyId }, now),
  };
}

/** Token revocation (RFC 7009): an app that is done with a token says so. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkParameters, readParameters } from "../parameters.ts";
import { authenticateCaller, callerLimits } from "../token/authenticate-caller.ts";
import { keepClientError } from "../token/keep-client-error.ts";
import { revokeTokenLine } from "../tokens/refresh/store.ts";
import { findTokenOwner, revokeAccessToken } from "../tokens/store.ts";

export interface RevocationRequest {
  readonly entries: Iterable<readonly [string, string]>;
  /** The `Authorization` header as sent. */
  readonly authorization: string | undefined;
}

/** The hint only says where to look first, and one look finds both kinds (section 2.1). */
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
  const foreign = await ctx.db.transaction(async (tx) => {
    const owner = await findTokenOwner(tx, tokenHash);
    if (!owner) return false;
    const { kind, clientId, userId, familyId } = owner;
    const isForeign = clientId !== caller.id;
    const revoked = isForeign
      ? 0
      : kind === "refresh" && familyId !== null
        ? await revokeTokenLine(tx, { familyId }, ctx.now)
        : Number(await revokeAccessToken(tx, { tokenHash, clientId, now: ctx.now }));
    if (!isForeign && revoked === 0) return false;
    await appendAuditEvent(ctx, tx, {
      action: "token.revoked",
      outcome: isForeign ? "failure" : "success",
      ...(isForeign ? { reason: "token_of_other_client" } : {}),
      actor: { type: "client", clientId: caller.id },
      clientId: caller.id,
      ...(userId === null || isForeign ? {} : { subjectUserId: userId }),
      details: { kind, revokedTokens: revoked },
    });
    return isForeign;
  });
  if (foreign) throw new OAuthError("invalid_grant", "The token was issued to another client.");
}

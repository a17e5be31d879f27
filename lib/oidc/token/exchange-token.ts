/** Token exchange (RFC 8693): a service that was called with a token gets one for the service that it calls itself. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { isAudience } from "../tokens/is-audience.ts";
import { issueTokens, type TokenResponse } from "../tokens/issue-tokens.ts";
import { findLiveAccessToken, holdAccessToken, type LiveAccessToken } from "../tokens/store.ts";
import type { TokenSubject } from "../tokens/token-subject.ts";
import { tokenTransaction } from "../tokens/token-transaction.ts";
import { checkConsentedTargets } from "./check-consented-targets.ts";
import { narrowGrant } from "./narrow-grant.ts";

export const accessTokenType = "urn:ietf:params:oauth:token-type:access_token";

export interface ExchangeRequest {
  readonly subjectToken: string;
  readonly subjectTokenType: string;
  readonly requestedTokenType: string | undefined;
  readonly hasActorToken: boolean;
  readonly scope: string | undefined;
  /** `resource` and `audience` alike (section 2.1). */
  readonly targets: readonly string[];
  /** Thumbprint of the key that the request proved to hold (RFC 9449). */
  readonly dpopJkt: string | undefined;
}

/**
 * The new token has at most the scopes of the old one, ends with it at the latest, and is for targets that are registered
 * for the client. Whoever acts is in it as `act`, on top of whoever acted before (section 4.1).
 * What an app gets for its own token is covered by the person's consent to it.
 * @throws OAuthError invalid_request (section 2.2.2), invalid_scope, invalid_target, unauthorized_client
 */
export async function exchangeToken(
  ctx: Context,
  client: ClientRow,
  request: ExchangeRequest,
): Promise<TokenResponse> {
  checkKinds(client, request);
  const tokenHash = sha256(request.subjectToken);
  const token = await findLiveAccessToken(ctx.db, { tokenHash, now: ctx.now });
  if (!token || !mayExchange(client, token, request.dpopJkt)) throw await refuse(ctx, client, token);
  const { scopes, resources } = narrowGrant(
    { scopes: sharedScopes(client, token), resources: client.resources },
    { scope: request.scope, resources: request.targets },
    // A token for a service does not become one for userinfo.
    token.audience.length === 0 ? ctx.config.baseUrl : "",
  );
  const audience = request.targets.length === 0 ? token.audience : resources;
  await checkConsentedTargets(ctx, client, token, audience);
  const response = await tokenTransaction(ctx, async (tx) => {
    // What revokes the old token waits for this, or was first.
    if (!(await holdAccessToken(tx, tokenHash))) return undefined;
    return await issueTokens(ctx, tx, {
      client,
      grantType: "urn:ietf:params:oauth:grant-type:token-exchange",
      ...subjectOfToken(token),
      scopes,
      resources: audience,
      dpopJkt: request.dpopJkt,
      codeHash: token.codeHash ?? undefined,
      ...(token.familyId === null ? {} : { exchangedFamily: token.familyId }),
      actor: actorOf(client, token),
      notAfter: token.expiresAt,
      withIdToken: false,
      withRefreshToken: false,
    });
  });
  if (!response) throw await refuse(ctx, client, undefined);
  return { ...response, issued_token_type: accessTokenType };
}

function checkKinds(client: ClientRow, request: ExchangeRequest): void {
  if (client.tokenEndpointAuthMethod === "none")
    throw new OAuthError("unauthorized_client", "This grant is for clients that authenticate.");
  if (client.source !== "manual")
    throw new OAuthError(
      "unauthorized_client",
      "This grant is for clients that an administrator registered.",
    );
  if (request.subjectTokenType !== accessTokenType)
    throw new OAuthError("invalid_request", `subject_token_type must be ${accessTokenType}.`);
  if (request.requestedTokenType !== undefined && request.requestedTokenType !== accessTokenType)
    throw new OAuthError("invalid_request", `requested_token_type must be ${accessTokenType}.`);
  // Who acts is the client itself, which has just authenticated; nobody acts for somebody else here.
  if (request.hasActorToken) throw new OAuthError("invalid_request", "actor_token is not supported.");
}

/**
 * The app that the token was given to, with the token's key where it is bound to one, or a service that it is for.
 * Anybody else got hold of it in another way, and that is no reason to give them more.
 */
function mayExchange(client: ClientRow, token: LiveAccessToken, dpopJkt: string | undefined): boolean {
  if (token.clientId === client.id) return token.dpopJkt === null || token.dpopJkt === dpopJkt;
  return isAudience(client, token.audience);
}

function sharedScopes({ scopes }: ClientRow, token: LiveAccessToken): string[] {
  return token.scopes.filter(
    (scope) => scope !== "offline_access" && (scopes === null || scopes.includes(scope)),
  );
}

/** What ends the old token ends the new one: person, consent, session, family. */
function subjectOfToken(token: LiveAccessToken): { subject?: TokenSubject } {
  const { person, grantId, sessionId, authTime, acr } = token;
  if (!person || grantId === null || authTime === null || acr === null) return {};
  return { subject: { user: person, grantId, sessionId, authTime, acr, amr: [] } };
}

function actorOf(client: ClientRow, token: LiveAccessToken): Readonly<Record<string, unknown>> | undefined {
  const before = token.actor === null ? undefined : (token.actor as Readonly<Record<string, unknown>>);
  if (token.clientId === client.id) return before;
  return { sub: client.id, ...(before === undefined ? {} : { act: before }) };
}

async function refuse(
  ctx: Context,
  client: ClientRow,
  token: LiveAccessToken | undefined,
): Promise<OAuthError> {
  await appendAuditEvent(ctx, ctx.db, {
    action: "token.refused",
    outcome: "failure",
    reason: token ? "subject_token_of_other_client" : "unknown_subject_token",
    actor: { type: "client", clientId: client.id },
    clientId: client.id,
    ...(token?.userId ? { subjectUserId: token.userId } : {}),
  });
  return new OAuthError("invalid_request", "The subject_token is not valid for this client.");
}

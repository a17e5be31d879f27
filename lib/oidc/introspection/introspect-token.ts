/** Token introspection (RFC 7662): what a token is worth, for whom it concerns. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { checkParameters, readParameters } from "../parameters.ts";
import { subjectOf } from "../subjects/subject-of.ts";
import { authenticateCaller, callerLimits } from "../token/authenticate-caller.ts";
import { keepClientError } from "../token/keep-client-error.ts";
import { isAudience } from "../tokens/is-audience.ts";
import { findRefreshToken } from "../tokens/refresh/store.ts";
import { findLiveAccessToken } from "../tokens/store.ts";

export interface IntrospectionRequest {
  readonly entries: Iterable<readonly [string, string]>;
  /** The `Authorization` header as sent. */
  readonly authorization: string | undefined;
}

const limits = { ...callerLimits, token: 8192, token_type_hint: 128 } as const;

type Introspection = Readonly<Record<string, unknown>> & { readonly active: boolean };

/** Of a token that is not good, or is none of the caller's business, nothing is told but that (section 2.2). */
const inactive: Introspection = { active: false };

/** @throws OAuthError invalid_client also for public clients: anybody could be one (section 4) */
export async function introspectToken(ctx: Context, request: IntrospectionRequest): Promise<Introspection> {
  const parameters = readParameters(request.entries, limits);
  checkParameters(parameters);
  const caller = await authenticateCaller(ctx, parameters.values, request.authorization);
  return await keepClientError(ctx, { client: caller, endpoint: "/oauth/introspect" }, () =>
    describeToken(ctx, caller, parameters.values),
  );
}

async function describeToken(
  ctx: Context,
  caller: ClientRow,
  { token, token_type_hint: hint }: { readonly token?: string; readonly token_type_hint?: string },
): Promise<Introspection> {
  if (caller.tokenEndpointAuthMethod === "none")
    throw new OAuthError("invalid_client", "Only clients that authenticate may introspect tokens.");
  if (token === undefined) throw new OAuthError("invalid_request", "token is missing.");
  const tokenHash = sha256(token);
  const lookUps = [describeAccessToken, describeRefreshToken];
  for (const lookUp of hint === "refresh_token" ? lookUps.reverse() : lookUps) {
    const found = await lookUp(ctx, caller, tokenHash);
    if (found) return found;
  }
  return inactive;
}

/** An app may ask about its own tokens, a resource server about those that are for it. */
async function describeAccessToken(
  ctx: Context,
  caller: ClientRow,
  tokenHash: Uint8Array,
): Promise<Introspection | undefined> {
  const token = await findLiveAccessToken(ctx.db, { tokenHash, now: ctx.now });
  if (!token) return undefined;
  if (token.clientId !== caller.id && !isAudience(caller, token.audience)) return inactive;
  const { audience, person, acr, authTime, dpopJkt, actor } = token;
  return {
    active: true,
    iss: ctx.config.baseUrl,
    client_id: token.clientId,
    sub: person ? subjectOf(ctx, token.client, person.id) : token.clientId,
    aud: audience.length > 1 ? audience : (audience[0] ?? ctx.config.baseUrl),
    ...scopeOf(token),
    token_type: dpopJkt === null ? "Bearer" : "DPoP",
    iat: seconds(token.createdAt),
    exp: seconds(token.expiresAt),
    // RFC 9470 section 6.2: so that a resource server can ask for more.
    ...(acr === null ? {} : { acr }),
    ...(authTime === null ? {} : { auth_time: seconds(authTime) }),
    ...(dpopJkt === null ? {} : { cnf: { jkt: dpopJkt } }),
    ...(actor === null ? {} : { act: actor }),
  };
}

/** Nobody but its own app has a use for a refresh token. */
async function describeRefreshToken(
  ctx: Context,
  caller: ClientRow,
  tokenHash: Uint8Array,
): Promise<Introspection | undefined> {
  const found = await findRefreshToken(ctx.db, tokenHash);
  if (found?.token.clientId !== caller.id) return undefined;
  const { token, userStatus, sessionRevokedAt, sessionExpiresAt } = found;
  const sessionLive = sessionRevokedAt === null && sessionExpiresAt !== null && sessionExpiresAt > ctx.now;
  const good = token.rotatedAt === null && token.revokedAt === null && token.expiresAt > ctx.now;
  if (!good || userStatus !== "active" || !(token.offline || sessionLive)) return inactive;
  return {
    active: true,
    iss: ctx.config.baseUrl,
    client_id: token.clientId,
    sub: subjectOf(ctx, caller, token.userId),
    ...scopeOf(token),
    token_type: "refresh_token",
    iat: seconds(token.createdAt),
    exp: seconds(token.expiresAt),
    ...(token.dpopJkt === null ? {} : { cnf: { jkt: token.dpopJkt } }),
  };
}

function scopeOf({ scopes }: { readonly scopes: readonly string[] }): { readonly scope?: string } {
  return scopes.length === 0 ? {} : { scope: scopes.join(" ") };
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

/** Issues what a token request, or an authorization without a code, ends in: one place for every grant. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { TokenFamilyId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { completePerson } from "../claims/complete-person.ts";
import type { ClaimsRequest } from "../claims/schema.ts";
import { knownScopes } from "../claims/scopes.ts";
import { accessTokenExpiry, familyExpiry, refreshTokenExpiry } from "./lifetimes.ts";
import { makeAccessToken } from "./make-access-token.ts";
import { insertRefreshToken } from "./refresh/store.ts";
import { signIdToken } from "./sign-id-token.ts";
import { insertAccessToken } from "./store.ts";
import type { TokenSubject } from "./token-subject.ts";

export interface TokenOrder {
  readonly client: ClientRow;
  /** The wire's name of the grant, for the audit trail. */
  readonly grantType: string;
  /** Absent for an app's own tokens. */
  readonly subject?: TokenSubject;
  /** What was granted; a refresh token keeps all of it. */
  readonly scopes: readonly string[];
  readonly resources: readonly string[];
  readonly claims?: ClaimsRequest | undefined;
  /** Where the access token is to have less than what was granted. */
  readonly narrowed?: { readonly scopes: readonly string[]; readonly resources: readonly string[] };
  readonly nonce?: string | undefined;
  /** Thumbprint of the key that the request proved to hold (RFC 9449). */
  readonly dpopJkt?: string | undefined;
  readonly codeHash?: Uint8Array | undefined;
  /** The family that a rotation continues. */
  readonly family?: { readonly id: TokenFamilyId; readonly expiresAt: Date };
  /** The family of a token that was exchanged: it takes the new one along. */
  readonly exchangedFamily?: TokenFamilyId;
  /** `act` of a token exchange, and the end of the token that was exchanged. */
  readonly actor?: Readonly<Record<string, unknown>> | undefined;
  readonly notAfter?: Date;
  /** A further write that waits for the answer's content alone, sent along with the others. */
  readonly alongside?: (response: TokenResponse) => Promise<void>;
  readonly withIdToken: boolean;
  readonly withRefreshToken: boolean;
}

/** RFC 6749 section 5.1, OIDC Core section 3.1.3.3. */
export interface TokenResponse {
  readonly access_token: string;
  readonly token_type: "Bearer" | "DPoP";
  readonly expires_in: number;
  /** What was granted; absent where that is nothing, for which RFC 6749 section 3.3 has no spelling. */
  readonly scope?: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
  /** RFC 8693 section 2.2.1. */
  readonly issued_token_type?: string;
}

/** Whether this client is given refresh tokens at all; without `offline_access` they end with the session. */
export function mayRefresh(client: ClientRow): boolean {
  return client.grantTypes.includes("refresh_token");
}

/**
 * Belongs into the transaction that consumed what the tokens are given for. The rows go out together: on one
 * connection they cost one round trip.
 */
export async function issueTokens(ctx: Context, tx: Db, order: TokenOrder): Promise<TokenResponse> {
  const { client, subject, narrowed = order } = order;
  const familyId =
    order.family?.id ??
    order.exchangedFamily ??
    (order.withRefreshToken ? newId<TokenFamilyId>() : undefined);
  const access = await makeAccessToken(ctx, {
    client,
    subject,
    scopes: narrowed.scopes,
    audience: narrowed.resources,
    dpopJkt: order.dpopJkt,
    actor: order.actor,
    expiresAt: accessExpiry(ctx, order),
  });
  const idToken =
    order.withIdToken && subject
      ? await signIdToken(ctx, {
          ...order,
          subject: { ...subject, user: await personOfIdToken(tx, order, subject) },
          scopes: narrowed.scopes,
          accessToken: access.token,
        })
      : undefined;
  const refreshToken = order.withRefreshToken && subject && familyId ? randomSecret() : undefined;
  const response: TokenResponse = {
    access_token: access.token,
    token_type: order.dpopJkt === undefined ? "Bearer" : "DPoP",
    expires_in: Math.floor((access.row.expiresAt.getTime() - ctx.now.getTime()) / 1000),
    ...(idToken === undefined ? {} : { id_token: idToken }),
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    ...(narrowed.scopes.length === 0 ? {} : { scope: narrowed.scopes.join(" ") }),
  };
  await Promise.all([
    insertAccessToken(tx, { ...access.row, ...lineage(order, familyId), claims: order.claims ?? null }),
    ...(refreshToken !== undefined && subject && familyId !== undefined
      ? [insertRefreshToken(tx, refreshTokenRow(ctx, order, subject, familyId, refreshToken))]
      : []),
    order.alongside?.(response),
    appendIssued(ctx, tx, order),
  ]);
  return response;
}

/** Groups and custom claims are read where the ID Token is to hold them, which is rare. */
function personOfIdToken(tx: Db, { client, scopes, claims }: TokenOrder, { user }: TokenSubject) {
  return completePerson(tx, user, client.claimsInIdToken ? knownScopes(scopes) : [], claims?.id_token);
}

function appendIssued(ctx: Context, tx: Db, order: TokenOrder): Promise<void> {
  const { client, subject, narrowed = order } = order;
  return appendAuditEvent(ctx, tx, {
    action: "token.issued",
    outcome: "success",
    actor: { type: "client", clientId: client.id },
    clientId: client.id,
    ...(subject ? { subjectUserId: subject.user.id } : {}),
    ...(subject?.sessionId ? { sessionId: subject.sessionId } : {}),
    details: { grantType: order.grantType, scopes: narrowed.scopes, resources: narrowed.resources },
  });
}

function accessExpiry(ctx: Context, { client, notAfter }: TokenOrder): Date {
  const expiresAt = accessTokenExpiry(client, ctx.now);
  return notAfter !== undefined && notAfter.getTime() < expiresAt.getTime() ? notAfter : expiresAt;
}

/** What takes the access token along when it ends. A token of `offline_access` outlives the session. */
function lineage(order: TokenOrder, familyId: TokenFamilyId | undefined) {
  const { subject, codeHash } = order;
  return {
    userId: subject?.user.id ?? null,
    sessionId: subject && !isOffline(order) ? subject.sessionId : null,
    grantId: subject?.grantId ?? null,
    codeHash: codeHash ?? null,
    familyId: familyId ?? null,
  };
}

/** The access token of a refresh token that outlives the session does so too. */
function isOffline({ client, scopes, family, withRefreshToken }: TokenOrder): boolean {
  return (
    (withRefreshToken || family !== undefined) && mayRefresh(client) && scopes.includes("offline_access")
  );
}

function refreshTokenRow(
  ctx: Context,
  order: TokenOrder,
  subject: TokenSubject,
  familyId: TokenFamilyId,
  refreshToken: string,
) {
  const { client, scopes, resources, claims } = order;
  const familyExpiresAt = order.family?.expiresAt ?? familyExpiry(client, ctx.now);
  return {
    tokenHash: sha256(refreshToken),
    familyId,
    clientId: client.id,
    userId: subject.user.id,
    sessionId: subject.sessionId,
    offline: isOffline(order),
    grantId: subject.grantId,
    codeHash: order.codeHash ?? null,
    scopes: [...scopes],
    resources: [...resources],
    claims: claims ?? null,
    // RFC 9449 section 5: bound for public clients; the others are bound by their authentication.
    dpopJkt: client.tokenEndpointAuthMethod === "none" ? (order.dpopJkt ?? null) : null,
    authTime: subject.authTime,
    acr: subject.acr,
    amr: [...subject.amr],
    createdAt: ctx.now,
    expiresAt: refreshTokenExpiry(client, ctx.now, familyExpiresAt),
    familyExpiresAt,
  };
}

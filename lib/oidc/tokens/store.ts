/**
 * Rows of `authorization_codes` and `access_tokens`. What a sign-in passes through is prepared by name also inside
 * transactions: the driver then neither describes nor plans it again.
 */
import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { clients } from "#drizzle/schema/clients.ts";
import type { ClientId } from "#drizzle/schema/ids.ts";
import { accessTokens, authorizationCodes } from "#drizzle/schema/oidc.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";
import { customClaimsWhere, groupNamesWhere, personColumns, withGroups } from "../claims/store.ts";

export async function insertAuthorizationCode(
  db: Db,
  row: typeof authorizationCodes.$inferInsert,
): Promise<void> {
  await db.insert(authorizationCodes).values(row).prepare("insert_authorization_code").execute();
}

/**
 * Marks an unused code of this client as used and reads it with its person and session, in one statement: of any
 * number of redemptions at once, one gets the row. Later ones wait here until the first has committed its tokens.
 */
export async function consumeAuthorizationCode(
  db: Db,
  input: { codeHash: Uint8Array; clientId: ClientId; now: Date },
) {
  const [row] = await db
    .update(authorizationCodes)
    .set({ consumedAt: input.now })
    .from(users)
    .innerJoin(sessions, eq(sessions.userId, users.id))
    .where(
      and(
        eq(authorizationCodes.codeHash, input.codeHash),
        eq(authorizationCodes.clientId, input.clientId),
        isNull(authorizationCodes.consumedAt),
        eq(users.id, authorizationCodes.userId),
        eq(sessions.id, authorizationCodes.sessionId),
      ),
    )
    .returning({
      code: authorizationCodes,
      person: personColumns,
      userStatus: users.status,
      sessionRevokedAt: sessions.revokedAt,
      sessionExpiresAt: sessions.expiresAt,
    })
    .prepare("consume_authorization_code")
    .execute();
  return row;
}

export type ConsumedCode = NonNullable<Awaited<ReturnType<typeof consumeAuthorizationCode>>>;

/** What is known of a code that could not be consumed. */
export async function findSpentCode(db: Db, codeHash: Uint8Array) {
  const [row] = await db
    .select({
      clientId: authorizationCodes.clientId,
      userId: authorizationCodes.userId,
      sessionId: authorizationCodes.sessionId,
      consumedAt: authorizationCodes.consumedAt,
    })
    .from(authorizationCodes)
    .where(eq(authorizationCodes.codeHash, codeHash));
  return row;
}

export async function insertAccessToken(db: Db, row: typeof accessTokens.$inferInsert): Promise<void> {
  await db.insert(accessTokens).values(row).prepare("insert_access_token").execute();
}

/** Not revoked, not expired, its person active, its app enabled, its session live. */
const isLive = and(
  isNull(accessTokens.revokedAt),
  gt(accessTokens.expiresAt, sql.placeholder("now")),
  // A session that idled out ended nothing; one that was ended, or reached its age, takes its tokens along, but for those
  // of `offline_access`, which hang on none. Those of a removed session went with its row.
  or(
    isNull(accessTokens.sessionId),
    and(isNull(sessions.revokedAt), gt(sessions.expiresAt, sql.placeholder("now"))),
  ),
  or(isNull(accessTokens.userId), eq(users.status, "active")),
  isNull(clients.disabledAt),
);

/** What the token's answers depend on. */
const clientColumns = {
  id: clients.id,
  redirectUris: clients.redirectUris,
  subjectType: clients.subjectType,
  sectorIdentifier: clients.sectorIdentifier,
  userinfoSignedResponseAlg: clients.userinfoSignedResponseAlg,
  requireUserVerification: clients.requireUserVerification,
  requireDeviceBound: clients.requireDeviceBound,
  maxAuthenticationAgeSeconds: clients.maxAuthenticationAgeSeconds,
  securityProfile: clients.securityProfile,
};

const asksForGroups = sql`'groups' = any(${accessTokens.scopes}) or ${accessTokens.claims} -> 'userinfo' ? 'groups'`;
const asksForCustomClaims = sql`'profile' = any(${accessTokens.scopes})
  or jsonb_typeof(${accessTokens.claims} -> 'userinfo') = 'object'`;

const selectLiveAccessToken = prepared((db) =>
  db
    .select({
      clientId: accessTokens.clientId,
      userId: accessTokens.userId,
      sessionId: accessTokens.sessionId,
      grantId: accessTokens.grantId,
      familyId: accessTokens.familyId,
      codeHash: accessTokens.codeHash,
      scopes: accessTokens.scopes,
      claims: accessTokens.claims,
      audience: accessTokens.audience,
      dpopJkt: accessTokens.dpopJkt,
      authTime: accessTokens.authTime,
      acr: accessTokens.acr,
      actor: accessTokens.actor,
      createdAt: accessTokens.createdAt,
      expiresAt: accessTokens.expiresAt,
      client: clientColumns,
      person: personColumns,
      groups: groupNamesWhere(asksForGroups),
      customClaims: customClaimsWhere(asksForCustomClaims),
    })
    .from(accessTokens)
    .innerJoin(clients, eq(clients.id, accessTokens.clientId))
    .leftJoin(sessions, eq(sessions.id, accessTokens.sessionId))
    .leftJoin(users, eq(users.id, accessTokens.userId))
    .where(and(eq(accessTokens.tokenHash, sql.placeholder("tokenHash")), isLive))
    .prepare("select_live_access_token"),
);

/** An access token that is good now, with its person and app: one round trip, never from a cache. */
export async function findLiveAccessToken(db: Database, input: { tokenHash: Uint8Array; now: Date }) {
  // A placeholder is bound as it is, without the column's encoder, and the driver takes no Date.
  const [row] = await selectLiveAccessToken(db).execute({ ...input, now: input.now.toISOString() });
  if (!row) return undefined;
  const { person, groups, customClaims, ...token } = row;
  return { ...token, person: person && withGroups({ person, groups, customClaims }) };
}

export type LiveAccessToken = NonNullable<Awaited<ReturnType<typeof findLiveAccessToken>>>;

/** Keeps an access token from being revoked until the transaction ends. False when it was revoked already. */
export async function holdAccessToken(tx: Db, tokenHash: Uint8Array): Promise<boolean> {
  const rows = await tx
    .select({ clientId: accessTokens.clientId })
    .from(accessTokens)
    .where(and(eq(accessTokens.tokenHash, tokenHash), isNull(accessTokens.revokedAt)))
    .for("share");
  return rows.length === 1;
}

/** Revokes one access token of a client. False when there was none that was good. */
export async function revokeAccessToken(
  db: Db,
  input: { tokenHash: Uint8Array; clientId: ClientId; now: Date },
): Promise<boolean> {
  const rows = await db
    .update(accessTokens)
    .set({ revokedAt: input.now })
    .where(
      and(
        eq(accessTokens.tokenHash, input.tokenHash),
        eq(accessTokens.clientId, input.clientId),
        isNull(accessTokens.revokedAt),
      ),
    )
    .returning({ clientId: accessTokens.clientId });
  return rows.length === 1;
}

/** Whose access token it is, good or not. */
export async function findAccessTokenOwner(db: Db, tokenHash: Uint8Array) {
  const [row] = await db
    .select({ clientId: accessTokens.clientId, userId: accessTokens.userId })
    .from(accessTokens)
    .where(eq(accessTokens.tokenHash, tokenHash));
  return row;
}

/** Used codes stay until what they bought has expired, so that a second use is recognised as long as it matters. */
export async function deleteCodesBefore(db: Db, expiredBefore: Date): Promise<number> {
  const rows = await db
    .delete(authorizationCodes)
    .where(lt(authorizationCodes.expiresAt, expiredBefore))
    .returning({ clientId: authorizationCodes.clientId });
  return rows.length;
}

export async function deleteAccessTokensBefore(db: Db, expiredBefore: Date): Promise<number> {
  const rows = await db
    .delete(accessTokens)
    .where(lt(accessTokens.expiresAt, expiredBefore))
    .returning({ clientId: accessTokens.clientId });
  return rows.length;
}

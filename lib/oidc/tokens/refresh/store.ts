/** Rows of `refresh_tokens`: one a token, rotated ones too, so that their reuse is recognised. */
import { and, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { ClientId, TokenFamilyId } from "#drizzle/schema/ids.ts";
import { accessTokens, refreshTokens } from "#drizzle/schema/oidc.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";
import { personColumns } from "../../claims/store.ts";

export async function insertRefreshToken(db: Db, row: typeof refreshTokens.$inferInsert): Promise<void> {
  await db.insert(refreshTokens).values(row).prepare("insert_refresh_token").execute();
}

export interface RefreshTokenUse {
  readonly tokenHash: Uint8Array;
  readonly clientId: ClientId;
  /** Thumbprint of the key that the request proved to hold. */
  readonly dpopJkt: string | undefined;
  readonly now: Date;
}

/** Good now: neither used, revoked nor expired, its person active, its session live unless it outlives that. */
function isUsable({ tokenHash, clientId, dpopJkt, now }: RefreshTokenUse): SQL | undefined {
  const session = sql`exists (select from ${sessions} where ${sessions.id} = ${refreshTokens.sessionId}
    and ${sessions.revokedAt} is null and ${sessions.expiresAt} > ${now.toISOString()})`;
  return and(
    eq(refreshTokens.tokenHash, tokenHash),
    eq(refreshTokens.clientId, clientId),
    isNull(refreshTokens.rotatedAt),
    isNull(refreshTokens.revokedAt),
    gt(refreshTokens.expiresAt, now),
    or(isNull(refreshTokens.dpopJkt), sql`${refreshTokens.dpopJkt} = ${dpopJkt ?? null}`),
    or(refreshTokens.offline, session),
    eq(users.id, refreshTokens.userId),
    eq(users.status, "active"),
  );
}

/** Marks a good token as used and reads it with its person, in one statement: of any number at once, one gets the row. */
export async function rotateRefreshToken(db: Db, use: RefreshTokenUse) {
  const [row] = await db
    .update(refreshTokens)
    .set({ rotatedAt: use.now })
    .from(users)
    .where(isUsable(use))
    .returning({ token: refreshTokens, person: personColumns })
    .prepare("rotate_refresh_token")
    .execute();
  return row;
}

/** For clients whose tokens do not rotate: starts the idle time anew, `idleUntil` at the latest when the family ends. */
export async function extendRefreshToken(db: Db, use: RefreshTokenUse & { readonly idleUntil: Date }) {
  const [row] = await db
    .update(refreshTokens)
    .set({ expiresAt: sql`least(${use.idleUntil.toISOString()}, ${refreshTokens.familyExpiresAt})` })
    .from(users)
    .where(isUsable(use))
    .returning({ token: refreshTokens, person: personColumns })
    .prepare("extend_refresh_token")
    .execute();
  return row;
}

export type UsedRefreshToken = NonNullable<Awaited<ReturnType<typeof rotateRefreshToken>>>;

/** Any token, in whatever state, with what decides about it. */
export async function findRefreshToken(db: Db, tokenHash: Uint8Array) {
  const [row] = await db
    .select({
      token: refreshTokens,
      userStatus: users.status,
      sessionRevokedAt: sessions.revokedAt,
      sessionExpiresAt: sessions.expiresAt,
    })
    .from(refreshTokens)
    .innerJoin(users, eq(users.id, refreshTokens.userId))
    .leftJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
    .where(eq(refreshTokens.tokenHash, tokenHash))
    .prepare("find_refresh_token")
    .execute();
  return row;
}

export type FoundRefreshToken = NonNullable<Awaited<ReturnType<typeof findRefreshToken>>>;

/** Keeps what the rotation answered, sealed. */
export async function keepRotationAnswer(db: Db, tokenHash: Uint8Array, sealed: Uint8Array): Promise<void> {
  await db
    .update(refreshTokens)
    .set({ rotationAnswer: sealed })
    .where(eq(refreshTokens.tokenHash, tokenHash))
    .prepare("keep_rotation_answer")
    .execute();
}

export type TokenLine = { readonly clientId: ClientId } & (
  | { readonly familyId: TokenFamilyId }
  | { readonly codeHash: Uint8Array }
);

/**
 * Revokes every refresh token of a line, then its access tokens; how many were still good.
 *
 * A rotation under way holds its row until it commits, and the successor is invisible to a statement that began
 * before. So the refresh tokens are gone through until a pass finds none: a rotation that a pass had to wait for makes
 * the next one see what it inserted, and no row that was revoked can rotate any more. Only then is the set of access
 * tokens complete, but for those that an exchange of one of them is adding: the same goes for these.
 * A pass locks its rows in one order, but the next may find one that comes before them: so revocations of an app's lines
 * come one after the other, or two at once could block each other.
 */
export async function revokeTokenLine(db: Db, line: TokenLine, now: Date): Promise<number> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`token-line/${line.clientId}`}, 0))`);
  let revoked = 0;
  for (;;) {
    const live = db
      .select({ tokenHash: refreshTokens.tokenHash })
      .from(refreshTokens)
      .where(and(ofLine(refreshTokens, line), isNull(refreshTokens.revokedAt)))
      .orderBy(refreshTokens.tokenHash)
      .for("update");
    const rows = await db
      .update(refreshTokens)
      .set({ revokedAt: now, rotationAnswer: null })
      .where(and(inArray(refreshTokens.tokenHash, live), isNull(refreshTokens.revokedAt)))
      .returning({ rotatedAt: refreshTokens.rotatedAt });
    if (rows.length === 0) break;
    revoked += rows.filter(({ rotatedAt }) => rotatedAt === null).length;
  }
  for (;;) {
    const rows = await db
      .update(accessTokens)
      .set({ revokedAt: now })
      .where(and(ofLine(accessTokens, line), isNull(accessTokens.revokedAt), gt(accessTokens.expiresAt, now)))
      .returning({ clientId: accessTokens.clientId });
    if (rows.length === 0) return revoked;
    revoked += rows.length;
  }
}

/** Of a family also what other apps got in exchange; a code's line is its app's alone. */
function ofLine(table: typeof refreshTokens | typeof accessTokens, line: TokenLine): SQL | undefined {
  return "familyId" in line
    ? eq(table.familyId, line.familyId)
    : and(eq(table.codeHash, line.codeHash), eq(table.clientId, line.clientId));
}

/** Answers that can be asked for no more. Returns how many were removed. */
export async function dropRotationAnswersBefore(db: Db, rotatedBefore: Date): Promise<number> {
  const rows = await db
    .update(refreshTokens)
    .set({ rotationAnswer: null })
    .where(and(isNotNull(refreshTokens.rotationAnswer), lte(refreshTokens.rotatedAt, rotatedBefore)))
    .returning({ clientId: refreshTokens.clientId });
  return rows.length;
}

export async function deleteRefreshTokensBefore(db: Db, expiredBefore: Date): Promise<number> {
  const rows = await db
    .delete(refreshTokens)
    .where(lte(refreshTokens.expiresAt, expiredBefore))
    .returning({ clientId: refreshTokens.clientId });
  return rows.length;
}

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
import { personColumns } from "../claims/store.ts";

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

const selectLiveAccessToken = prepared((db) =>
  db
    .select({ scopes: accessTokens.scopes, claims: accessTokens.claims, person: personColumns })
    .from(accessTokens)
    .leftJoin(sessions, eq(sessions.id, accessTokens.sessionId))
    .innerJoin(users, eq(users.id, accessTokens.userId))
    .innerJoin(clients, eq(clients.id, accessTokens.clientId))
    .where(
      and(
        eq(accessTokens.tokenHash, sql.placeholder("tokenHash")),
        isNull(accessTokens.revokedAt),
        gt(accessTokens.expiresAt, sql.placeholder("now")),
        // A session that idled out ended nothing; one that was ended, or reached its age, takes its tokens along,
        // but for those of `offline_access`, which hang on none. Those of a removed session went with its row.
        or(
          isNull(accessTokens.sessionId),
          and(isNull(sessions.revokedAt), gt(sessions.expiresAt, sql.placeholder("now"))),
        ),
        eq(users.status, "active"),
        isNull(clients.disabledAt),
      ),
    )
    .prepare("select_live_access_token"),
);

/** An access token that is good now, with its person: one round trip, never from a cache. */
export async function findLiveAccessToken(db: Database, input: { tokenHash: Uint8Array; now: Date }) {
  // A placeholder is bound as it is, without the column's encoder, and the driver takes no Date.
  const [row] = await selectLiveAccessToken(db).execute({ ...input, now: input.now.toISOString() });
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

/** Rows of `sessions`. */
import { and, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { CredentialRowId, SessionId } from "#drizzle/schema/ids.ts";
import { type SessionRow, sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";

const insertSessionRow = prepared((db) =>
  db
    .insert(sessions)
    .values({
      id: sql.placeholder("id"),
      tokenHash: sql.placeholder("tokenHash"),
      userId: sql.placeholder("userId"),
      credentialId: sql.placeholder("credentialId"),
      method: sql.placeholder("method"),
      acr: sql.placeholder("acr"),
      amr: sql.placeholder("amr"),
      authTime: sql.placeholder("authTime"),
      createdAt: sql.placeholder("createdAt"),
      lastActivityAt: sql.placeholder("lastActivityAt"),
      expiresAt: sql.placeholder("expiresAt"),
      ip: sql.placeholder("ip"),
      userAgent: sql.placeholder("userAgent"),
    })
    .prepare("insert_session"),
);

/** A new session has not ended. */
export async function insertSession(db: Db, row: Omit<SessionRow, "revokedAt">): Promise<void> {
  await insertSessionRow(db).execute({ ...row });
}

const liveSessionColumns = {
  id: sessions.id,
  userId: sessions.userId,
  credentialId: sessions.credentialId,
  acr: sessions.acr,
  amr: sessions.amr,
  authTime: sessions.authTime,
  lastActivityAt: sessions.lastActivityAt,
  username: users.username,
  displayName: users.displayName,
  role: users.role,
};

const selectLiveSession = prepared((db) =>
  db
    .select(liveSessionColumns)
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder("tokenHash")),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql.placeholder("now")),
        gt(sessions.lastActivityAt, sql.placeholder("idleSince")),
        eq(users.status, "active"),
      ),
    )
    .prepare("select_live_session"),
);

/** The session and its person, where both are live; one round trip, never from a cache. */
export async function findLiveSession(
  db: Database,
  input: { tokenHash: Uint8Array; now: Date; idleSince: Date },
) {
  // A placeholder is bound as it is, without the column's encoder, and the driver takes no Date.
  const [row] = await selectLiveSession(db).execute({
    tokenHash: input.tokenHash,
    now: input.now.toISOString(),
    idleSince: input.idleSince.toISOString(),
  });
  return row;
}

/** Notes activity; an older time never overwrites a newer one. */
export async function touchSession(db: Db, id: SessionId, now: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ lastActivityAt: now })
    .where(and(eq(sessions.id, id), sql`${sessions.lastActivityAt} < ${now.toISOString()}`));
}

/** Writes to the sessions that are meant and live; their ids. */
async function updateLiveSessions(
  db: Db,
  which: SQL,
  values: Partial<Omit<SessionRow, "id" | "userId" | "method" | "createdAt">>,
): Promise<SessionId[]> {
  const rows = await db
    .update(sessions)
    .set(values)
    .where(and(which, isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return rows.map(({ id }) => id);
}

/** Ends a live session. False when it had ended already. */
export async function markSessionRevoked(db: Db, id: SessionId, now: Date): Promise<boolean> {
  return (await updateLiveSessions(db, eq(sessions.id, id), { revokedAt: now })).length === 1;
}

/** Ends every live session that this credential opened or last confirmed; their ids. */
export async function markSessionsOfCredentialRevoked(
  db: Db,
  credentialId: CredentialRowId,
  now: Date,
): Promise<SessionId[]> {
  return await updateLiveSessions(db, eq(sessions.credentialId, credentialId), { revokedAt: now });
}

/** After a step-up: the person was verified again just now. False when the session had ended meanwhile. */
export async function updateSessionAuthTime(
  db: Db,
  id: SessionId,
  values: Pick<SessionRow, "authTime" | "acr" | "amr" | "credentialId">,
): Promise<boolean> {
  return (await updateLiveSessions(db, eq(sessions.id, id), values)).length === 1;
}

/** Takes a live session further under another token. False when it had ended meanwhile. */
export async function renewSession(
  db: Db,
  id: SessionId,
  values: Omit<SessionRow, "id" | "userId" | "method" | "createdAt" | "revokedAt">,
): Promise<boolean> {
  return (await updateLiveSessions(db, eq(sessions.id, id), values)).length === 1;
}

export async function deleteDeadSessions(
  db: Db,
  { expiredBefore, endedBefore }: { expiredBefore: Date; endedBefore: Date },
): Promise<number> {
  const rows = await db
    .delete(sessions)
    .where(or(lte(sessions.expiresAt, expiredBefore), lte(sessions.revokedAt, endedBefore)))
    .returning({ id: sessions.id });
  return rows.length;
}

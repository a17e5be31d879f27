/** Rows of `sessions`, and which apps they signed in to (`session_clients`). */
import { and, eq, gt, inArray, isNotNull, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { clients } from "#drizzle/schema/clients.ts";
import type { ClientId, CredentialRowId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import { sessionClients } from "#drizzle/schema/oidc.ts";
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
  method: sessions.method,
  acr: sessions.acr,
  amr: sessions.amr,
  authTime: sessions.authTime,
  lastActivityAt: sessions.lastActivityAt,
  username: users.username,
  displayName: users.displayName,
  picture: users.picture,
  locale: users.locale,
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
  values: Partial<Omit<SessionRow, "id" | "userId" | "createdAt">>,
): Promise<SessionId[]> {
  const rows = await db
    .update(sessions)
    .set(values)
    .where(and(which, isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return rows.map(({ id }) => id);
}

export type SessionSelection =
  /** Of this person alone, where one is named; and only if unused since then, where that is said. */
  | { readonly sessionIds: readonly SessionId[]; readonly userId?: UserId; readonly idleSince?: Date }
  | { readonly userId: UserId; readonly except?: SessionId | undefined }
  /** Those that the passkey opened or last confirmed. */
  | { readonly credentialId: CredentialRowId };

export interface EndedSession {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly credentialId: CredentialRowId | null;
}

/** Ends those that live. Rows are locked in one order, so that two who end the same sessions cannot block each other. */
export async function markSessionsRevoked(
  db: Db,
  which: SessionSelection,
  now: Date,
): Promise<EndedSession[]> {
  const live = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(selected(which), isNull(sessions.revokedAt)))
    .orderBy(sessions.id)
    .for("no key update");
  return await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(inArray(sessions.id, live), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id, userId: sessions.userId, credentialId: sessions.credentialId });
}

function selected(which: SessionSelection): SQL | undefined {
  if ("sessionIds" in which)
    return and(
      inArray(sessions.id, [...which.sessionIds]),
      which.userId === undefined ? undefined : eq(sessions.userId, which.userId),
      which.idleSince === undefined ? undefined : lte(sessions.lastActivityAt, which.idleSince),
    );
  if ("credentialId" in which) return eq(sessions.credentialId, which.credentialId);
  return and(
    eq(sessions.userId, which.userId),
    which.except === undefined ? undefined : ne(sessions.id, which.except),
  );
}

/** A statement takes 65,535 parameters. */
const mostAtOnce = 10_000;

/** What the sessions signed in to, of the enabled apps that want to be told over the back channel. */
export async function listAppsToTell(db: Db, sessionIds: readonly SessionId[]) {
  const found: { sessionId: SessionId; clientId: ClientId }[] = [];
  for (let from = 0; from < sessionIds.length; from += mostAtOnce)
    found.push(
      ...(await db
        .select({ sessionId: sessionClients.sessionId, clientId: sessionClients.clientId })
        .from(sessionClients)
        .innerJoin(clients, eq(clients.id, sessionClients.clientId))
        .where(
          and(inArray(sessionClients.sessionId, sessionIds.slice(from, from + mostAtOnce)), wantsToBeTold),
        )),
    );
  return found;
}

const wantsToBeTold = and(isNotNull(clients.backchannelLogoutUri), isNull(clients.disabledAt));

/** Takes the app out of the live sessions of a person; those of which it wants to be told. */
export async function forgetAppOfPerson(
  db: Db,
  { userId, clientId }: { readonly userId: UserId; readonly clientId: ClientId },
) {
  const rows = await db
    .delete(sessionClients)
    .where(
      and(
        eq(sessionClients.clientId, clientId),
        inArray(
          sessionClients.sessionId,
          db
            .select({ id: sessions.id })
            .from(sessions)
            .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt))),
        ),
      ),
    )
    .returning({ sessionId: sessionClients.sessionId });
  const [told] = await db
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.id, clientId), wantsToBeTold));
  return told ? rows : [];
}

/** After a step-up: the person was verified again just now. False when the session had ended meanwhile. */
export async function updateSessionAuthTime(
  db: Db,
  id: SessionId,
  values: Pick<SessionRow, "authTime" | "acr" | "amr" | "method" | "credentialId">,
): Promise<boolean> {
  return (await updateLiveSessions(db, eq(sessions.id, id), values)).length === 1;
}

/** Takes a live session further under another token. False when it had ended meanwhile. */
export async function renewSession(
  db: Db,
  id: SessionId,
  values: Omit<SessionRow, "id" | "userId" | "createdAt" | "revokedAt">,
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

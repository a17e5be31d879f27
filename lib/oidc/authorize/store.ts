/** Who is let in to an app (`client_groups`, `group_members`), and which apps a session signed in to (`session_clients`). */
import { and, eq, isNull, sql } from "drizzle-orm";
import { clientGroups } from "#drizzle/schema/clients.ts";
import { groupMembers } from "#drizzle/schema/groups.ts";
import type { ClientId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import { sessionClients } from "#drizzle/schema/oidc.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";

const selectAdmission = prepared((db) =>
  db
    .select({
      admitted: sql<boolean>`coalesce(bool_or(exists(
        select from ${groupMembers}
        where ${groupMembers.groupId} = ${clientGroups.groupId}
          and ${groupMembers.userId} = ${sql.placeholder("userId")}
      )), true)`,
    })
    .from(clientGroups)
    .where(sql`${clientGroups.clientId} = ${sql.placeholder("clientId")}`)
    .prepare("select_admission"),
);

/** True where the app names no group, or one that the person is in. Never from a cache. */
export async function isAdmitted(
  db: Database,
  input: { clientId: ClientId; userId: UserId },
): Promise<boolean> {
  const [row] = await selectAdmission(db).execute(input);
  return row?.admitted ?? true;
}

const holdLiveSession = prepared((db) =>
  db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sql.placeholder("sessionId")), isNull(sessions.revokedAt)))
    .for("share")
    .prepare("hold_live_session"),
);

const insertSessionClientOnce = prepared((db) =>
  db
    .insert(sessionClients)
    .values({
      sessionId: sql.placeholder("sessionId"),
      clientId: sql.placeholder("clientId"),
      createdAt: sql.placeholder("createdAt"),
    })
    .onConflictDoNothing()
    .prepare("insert_session_client"),
);

/** Keeps the session from ending until the transaction does. @throws OAuthError login_required when it has ended */
export async function holdSession(db: Db, sessionId: SessionId): Promise<void> {
  if ((await holdLiveSession(db).execute({ sessionId })).length === 0) throw signedOutMeanwhile();
}

function signedOutMeanwhile(): OAuthError {
  return new OAuthError("login_required", "The person has signed out meanwhile.");
}

/**
 * Notes that the session signed in to the app, once: the app is told when the session ends. The session is held until
 * the transaction ends, so whoever ends it either comes first, and the app gets nothing, or finds this row.
 * @throws OAuthError login_required when it has ended meanwhile
 */
export async function insertSessionClient(
  db: Db,
  row: { sessionId: SessionId; clientId: ClientId; createdAt: Date },
): Promise<void> {
  const [held] = await Promise.all([
    holdLiveSession(db).execute({ sessionId: row.sessionId }),
    insertSessionClientOnce(db).execute(row),
  ]);
  if (held.length === 0) throw signedOutMeanwhile();
}

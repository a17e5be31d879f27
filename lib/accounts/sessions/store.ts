/** Reads sessions with their people, passkeys and apps. */
import { and, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import { clients } from "#drizzle/schema/clients.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import type { SessionId, UserId } from "#drizzle/schema/ids.ts";
import { sessionClients } from "#drizzle/schema/oidc.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Db } from "#lib/db/client.ts";

export interface SessionQuery {
  readonly now: Date;
  readonly userId: UserId;
  readonly limit: number;
}

/** What is told of a session: neither the hash that opens it, nor what is there for an index alone. */
export const toldOfSession = {
  id: sessions.id,
  createdAt: sessions.createdAt,
  authTime: sessions.authTime,
  lastActivityAt: sessions.lastActivityAt,
  expiresAt: sessions.expiresAt,
  method: sessions.method,
  ip: sessions.ip,
  userAgent: sessions.userAgent,
};

/** Neither ended nor expired, the newest first. */
export function selectSessions(db: Db, { now, userId, limit }: SessionQuery) {
  return db
    .select({
      session: toldOfSession,
      passkey: { id: credentials.id, name: credentials.name },
      user: { id: users.id, username: users.username, displayName: users.displayName },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(credentials, eq(credentials.id, sessions.credentialId))
    .where(and(isNull(sessions.revokedAt), gt(sessions.expiresAt, now), eq(sessions.userId, userId)))
    .orderBy(desc(sessions.id))
    .limit(limit);
}

export type FoundSession = Awaited<ReturnType<typeof selectSessions>>[number];

export async function selectAppsOf(db: Db, sessionIds: readonly SessionId[]) {
  if (sessionIds.length === 0) return [];
  return await db
    .select({ sessionId: sessionClients.sessionId, clientId: clients.id, name: clients.name })
    .from(sessionClients)
    .innerJoin(clients, eq(clients.id, sessionClients.clientId))
    .where(inArray(sessionClients.sessionId, [...sessionIds]))
    .orderBy(clients.name, clients.id);
}

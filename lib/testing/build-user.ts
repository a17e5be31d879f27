/** Rows of people and their sessions, for tests that are not about ceremonies. */
import type { SessionId, UserId } from "#drizzle/schema/ids.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import { users } from "#drizzle/schema/users.ts";
import type { UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret, randomToken } from "#lib/crypto/random.ts";
import type { Database } from "#lib/db/client.ts";
import { testNow } from "./test-database.ts";

export interface BuiltUser {
  readonly actor: UserActor;
  /** The session's token, as the cookie would carry it. */
  readonly token: string;
}

/** A person with a live session that began a minute before the frozen clock. */
export async function buildUser(
  db: Database,
  columns: Partial<typeof users.$inferInsert> = {},
  authTime = new Date(testNow.getTime() - 60_000),
): Promise<BuiltUser> {
  const id = newId<UserId>();
  const [user] = await db
    .insert(users)
    .values({
      id,
      username: `${id}@example.com`,
      displayName: "Ana Ruiz",
      webauthnHandle: randomToken(64),
      role: "user",
      status: "active",
      createdAt: testNow,
      updatedAt: testNow,
      ...columns,
    })
    .returning();
  if (!user) throw new Error("no row came back");
  const { session, token } = await buildSession(db, user.id, authTime);
  return {
    token,
    actor: {
      type: "user",
      userId: user.id,
      username: user.username,
      displayName: user.displayName,
      picture: undefined,
      locale: user.locale ?? undefined,
      role: user.role,
      sessionId: session,
      credentialId: undefined,
      method: "passkey",
      authTime,
      acr: "phr",
      amr: ["hwk", "user"],
    },
  };
}

/** A further live session of somebody. */
export async function buildSession(
  db: Database,
  userId: UserId,
  authTime: Date,
): Promise<{ session: SessionId; token: string }> {
  const token = randomSecret();
  const session = newId<SessionId>();
  await db.insert(sessions).values({
    id: session,
    tokenHash: sha256(token),
    userId,
    method: "passkey",
    acr: "phr",
    amr: ["hwk", "user"],
    authTime,
    createdAt: authTime,
    lastActivityAt: authTime,
    expiresAt: new Date(testNow.getTime() + 30 * 86_400_000),
    ip: "192.0.2.1",
    userAgent: "test",
  });
  return { session, token };
}

/** Rows of sessions → what people and administrators see of them. */
import type { Context } from "#lib/context/context.ts";
import { idleSince } from "#lib/sessions/resolve-session.ts";
import type { PersonSession } from "#lib/sessions/schema.ts";
import { type FoundSession, selectAppsOf } from "./store.ts";

export async function describeSessions(
  ctx: Context,
  found: readonly FoundSession[],
): Promise<PersonSession[]> {
  const apps = await selectAppsOf(
    ctx.db,
    found.map(({ session }) => session.id),
  );
  const deadline = idleSince(ctx.config, ctx.now).getTime();
  return found.map(({ session, passkey, user }) => ({
    id: session.id,
    createdAt: session.createdAt,
    authenticatedAt: session.authTime,
    lastActivityAt: session.lastActivityAt,
    expiresAt: session.expiresAt,
    idle: session.lastActivityAt.getTime() <= deadline,
    method: session.method,
    ip: session.ip,
    userAgent: session.userAgent,
    passkey,
    apps: apps
      .filter(({ sessionId }) => sessionId === session.id)
      .map(({ clientId, name }) => ({ clientId, name })),
    user,
  }));
}

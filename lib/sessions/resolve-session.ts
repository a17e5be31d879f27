/** Session token → the person who is signed in. */
import type { Config } from "#lib/config/load-config.ts";
import type { Runtime, UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { findLiveSession, touchSession } from "./store.ts";

/** Activity is written at most once a minute: a page view must not cost a write each time. */
const activityResolutionMs = 60_000;

/**
 * The actor behind `token`, or undefined when the session has ended, idled out, or its person is disabled.
 * `isUsed`: the request is an activity of this session, not only of the browser that holds it too.
 */
export async function resolveSession(
  runtime: Runtime,
  token: string,
  now: Date,
  { isUsed }: { readonly isUsed: boolean } = { isUsed: true },
): Promise<UserActor | undefined> {
  const row = await findLiveSession(runtime.db, {
    tokenHash: sha256(token),
    now,
    idleSince: idleSince(runtime.config, now),
  });
  if (!row) return undefined;
  if (isUsed && now.getTime() - row.lastActivityAt.getTime() >= activityResolutionMs)
    await touchSession(runtime.db, row.id, now);
  return {
    type: "user",
    userId: row.userId,
    username: row.username,
    displayName: row.displayName,
    picture: row.picture ?? undefined,
    locale: row.locale ?? undefined,
    role: row.role,
    sessionId: row.id,
    credentialId: row.credentialId ?? undefined,
    method: row.method,
    authTime: row.authTime,
    acr: row.acr,
    amr: row.amr,
  };
}

/** A session without activity since then has idled out. */
export function idleSince(config: Config, now: Date): Date {
  return new Date(now.getTime() - config.sessionIdleTimeoutSeconds * 1000);
}

/** Leaves word for the apps of sessions that ended (OpenID Connect Back-Channel Logout 1.0). */
import type { ClientId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { queueMessages } from "#lib/outbox/queue-messages.ts";
import type { SessionEnd } from "./schema.ts";
import { forgetAppOfPerson, listAppsToTell } from "./store.ts";

interface Ended {
  readonly id: SessionId;
  readonly userId: UserId;
}

/** One message for each app that a session signed in to and that has an address for it. */
export async function queueLogouts(
  ctx: Context,
  tx: Db,
  ended: readonly Ended[],
  by: SessionEnd,
): Promise<void> {
  const owners = new Map(ended.map(({ id, userId }) => [id, userId]));
  const apps = await listAppsToTell(tx, [...owners.keys()]);
  await queue(
    ctx,
    tx,
    apps.flatMap(({ sessionId, clientId }) => {
      const userId = owners.get(sessionId);
      return userId === undefined ? [] : [{ sessionId, clientId, userId }];
    }),
    by,
  );
}

/**
 * Signs a person out of one app, while their sessions go on: for the transaction that takes back what the app was
 * given. A later sign-in to the app counts anew.
 */
export async function signOutOfApp(
  ctx: Context,
  tx: Db,
  person: { readonly userId: UserId; readonly clientId: ClientId },
): Promise<void> {
  const told = await forgetAppOfPerson(tx, person);
  await queue(
    ctx,
    tx,
    told.map(({ sessionId }) => ({ ...person, sessionId })),
    "app_revoked",
  );
}

function queue(
  ctx: Context,
  tx: Db,
  logouts: readonly { sessionId: SessionId; clientId: ClientId; userId: UserId }[],
  purpose: SessionEnd,
): Promise<void> {
  return queueMessages(
    ctx,
    tx,
    logouts.map((logout) => ({
      kind: "logout_token" as const,
      payload: { ...logout, purpose, reference: newId<string>() },
      subjectUserId: logout.userId,
    })),
  );
}

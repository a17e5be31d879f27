/** The session after a ceremony: one that the browser has of this person is taken further, else another is added. */
import type { SessionId } from "#drizzle/schema/ids.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { type CreatedSession, createSession, type NewSession, sessionExpiry } from "./create-session.ts";
import { endSessions } from "./end-sessions.ts";
import { lookForPlace, notePlace, type Place } from "./places/note-place.ts";
import { renewSession } from "./store.ts";

/** How many people may be signed in in one browser at once: their tokens share a cookie. */
export const mostAccounts = 5;

export interface OpenedSession extends CreatedSession {
  /** The browser was signed in as the same person: `sid` stays, so apps see the same session. */
  readonly resumed: boolean;
  /** Whether the person has been seen in this browser and network before. */
  readonly place: Place;
}

/**
 * Gives the browser a session of `input.userId` under a new token. Belongs into the transaction of the ceremony,
 * which writes the audit event of the sign-in.
 */
export async function openSession(ctx: Context, db: Db, input: NewSession): Promise<OpenedSession> {
  const signedIn = signedInPeople(ctx);
  const own = signedIn.find(({ userId }) => userId === input.userId);
  if (own) {
    const [continued, sighting] = await Promise.all([
      continueSession(ctx, db, own.sessionId, input),
      lookForPlace(ctx, db, input.userId),
    ]);
    if (continued) return { ...continued, resumed: true, place: await notePlace(ctx, db, sighting) };
  }
  // The cookie has no room for them any more, and no session may live on unseen.
  const crowdedOut = signedIn.filter((one) => one !== own).slice(mostAccounts - 1);
  if (crowdedOut.length > 0)
    await endSessions(ctx, db, {
      sessionIds: crowdedOut.map(({ sessionId }) => sessionId),
      by: "too_many_accounts",
    });
  // One behind the other without waiting in between: the look costs no round trip.
  const [created, sighting] = await Promise.all([
    createSession(ctx, db, input),
    lookForPlace(ctx, db, input.userId),
  ]);
  return { ...created, resumed: false, place: await notePlace(ctx, db, sighting) };
}

/** Takes a session further under a new token, from now on as strong as `input` says. Undefined when it has ended. */
export async function continueSession(
  ctx: Context,
  db: Db,
  sessionId: SessionId,
  input: Omit<NewSession, "userId">,
): Promise<CreatedSession | undefined> {
  const token = randomSecret();
  const expiresAt = sessionExpiry(ctx, input);
  const renewed = await renewSession(db, sessionId, {
    tokenHash: sha256(token),
    method: input.method,
    credentialId: input.credentialId,
    acr: input.acr,
    amr: [...input.amr],
    authTime: ctx.now,
    lastActivityAt: ctx.now,
    expiresAt,
    ip: ctx.ip,
    userAgent: ctx.userAgent.slice(0, 512),
  });
  return renewed ? { sessionId, token, expiresAt } : undefined;
}

/** Everybody who is signed in in the browser, the one whom it shows first. */
export function signedInPeople({ actor, alsoSignedIn = [] }: Context): UserActor[] {
  return actor.type === "user" ? [actor, ...alsoSignedIn] : [...alsoSignedIn];
}

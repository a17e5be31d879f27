/** Which sessions a browser's cookie holds, and what it holds after one was added, chosen or ended. */
import type { SessionId } from "#drizzle/schema/ids.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import type { CreatedSession } from "#lib/sessions/create-session.ts";
import { resolveSession } from "#lib/sessions/resolve-session.ts";
import { clearedSessionCookie, openSessionCookie, sealSessionCookie, sealTokens } from "./session-cookie.ts";

interface SignedIn {
  readonly token: string;
  readonly actor: UserActor;
}

export interface SignedInPeople {
  readonly current: UserActor | undefined;
  readonly others: readonly UserActor[];
}

/**
 * Those whose sessions live. Where the session shown has ended elsewhere nobody is shown: no other account takes its
 * place by itself, or an app that asks silently would hear of another person than a moment ago.
 */
export async function findSignedIn(ctx: Context, cookieHeader: string | null): Promise<SignedInPeople> {
  const [first, ...more] = await openSessionCookie(ctx, cookieHeader);
  if (first === undefined) return { current: undefined, others: [] };
  const [current, ...found] = await Promise.all([
    findLive(ctx, first, true),
    ...more.map((token) => findLive(ctx, token, false)),
  ]);
  const people = onePerPerson([current, ...found].flatMap((live) => live ?? []));
  return {
    current: current?.actor,
    others: people.filter((live) => live !== current).map(({ actor }) => actor),
  };
}

/** `Set-Cookie` for a session that was opened: it comes first, and the others of the browser that live stay. */
export async function cookieAfterSignIn(
  ctx: Context,
  cookieHeader: string | null,
  { token, sessionId }: CreatedSession,
): Promise<string> {
  const others = (await liveSessions(ctx, cookieHeader)).filter(({ actor }) => actor.sessionId !== sessionId);
  return sealSessionCookie(
    ctx,
    // Not the end of this session: it may be near, and the others stay.
    { token, expiresAt: longestLife(ctx) },
    others.map((other) => other.token),
  );
}

/** `Set-Cookie` after sessions were ended: what still lives, the next one first; or the cookie's removal. */
export async function cookieAfterSignOut(ctx: Context, cookieHeader: string | null): Promise<string> {
  return reseal(ctx, await liveSessions(ctx, cookieHeader));
}

/** The same as the cookie's value and its end; undefined where nothing is left. */
export async function sessionsAfterSignOut(
  ctx: Context,
  cookieHeader: string | null,
): Promise<{ sealed: string; expiresAt: Date } | undefined> {
  const live = await liveSessions(ctx, cookieHeader);
  if (live.length === 0) return undefined;
  const tokens = live.map(({ token }) => token);
  return { sealed: await sealTokens(ctx, tokens), expiresAt: longestLife(ctx) };
}

/** `Set-Cookie` after one of the browser's sessions was chosen; nothing changes where it holds no such session. */
export async function cookieAfterChoice(
  ctx: Context,
  cookieHeader: string | null,
  chosen: SessionId,
): Promise<string | undefined> {
  const live = await liveSessions(ctx, cookieHeader);
  const first = live.find(({ actor }) => actor.sessionId === chosen);
  return first && reseal(ctx, [first, ...live.filter((one) => one !== first)]);
}

async function reseal(ctx: Context, live: readonly SignedIn[]): Promise<string> {
  const [first, ...others] = live.map(({ token }) => token);
  if (first === undefined) return clearedSessionCookie(ctx);
  return sealSessionCookie(ctx, { token: first, expiresAt: longestLife(ctx) }, others);
}

/** The rows know when each session ends; the cookie may stay as long as a new one would. */
function longestLife({ now, config }: Context): Date {
  return new Date(now.getTime() + config.sessionMaxLifetimeSeconds * 1000);
}

async function liveSessions(ctx: Context, cookieHeader: string | null): Promise<SignedIn[]> {
  const tokens = await openSessionCookie(ctx, cookieHeader);
  const found = await Promise.all(tokens.map((token) => findLive(ctx, token, false)));
  return found.flatMap((live) => live ?? []);
}

async function findLive(ctx: Context, token: string, isUsed: boolean): Promise<SignedIn | undefined> {
  const actor = await resolveSession(ctx, token, ctx.now, { isUsed });
  return actor && { token, actor };
}

/** Two tabs that signed in at once may have left two sessions of the same person. */
function onePerPerson(live: readonly SignedIn[]): SignedIn[] {
  return live.filter(
    ({ actor }, index) => live.findIndex((one) => one.actor.userId === actor.userId) === index,
  );
}

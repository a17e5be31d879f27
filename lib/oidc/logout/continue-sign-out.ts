/** Takes a sign-out as far as it goes: at once where the app proves whose session it means, else to the question. */
import type { InteractionRow } from "#drizzle/schema/oidc.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { endIdleSession } from "#lib/sessions/end-idle-session.ts";
import { endSession } from "#lib/sessions/end-session.ts";
import { sessionIdSchema } from "#lib/sessions/schema.ts";
import { appendQuery } from "../authorize/redirect-target.ts";
import { createInteraction } from "../interactions/create-interaction.ts";
import { finishedAlready } from "../interactions/finished-already.ts";
import { deleteInteraction } from "../interactions/store.ts";
import type { CheckedEndSession } from "./check-end-session-request.ts";
import { frontChannelFrames } from "./front-channel-frames.ts";
import { pickSession } from "./pick-session.ts";
import type { EndSessionRequest } from "./schema.ts";

export interface SignOutResult {
  readonly location: string;
  /** Sessions of this browser have ended. */
  readonly signedOut: boolean;
  /** Pages of apps to be loaded before the browser goes on. */
  readonly frames?: readonly string[];
}

export interface PendingSignOut extends CheckedEndSession {
  readonly stored?: { readonly token: string; readonly row: InteractionRow };
}

export async function continueSignOut(ctx: Context, pending: PendingSignOut): Promise<SignOutResult> {
  const { client, request } = pending;
  const picked = pickSession(ctx, client, request);
  if (!picked || picked.isProven) return signOut(ctx, pending, picked?.person);
  const token =
    pending.stored?.token ??
    (await createInteraction(ctx, ctx.db, { kind: "end_session", clientId: client?.id, request }));
  return { location: `${ctx.config.baseUrl}/sign-out?interaction=${token}`, signedOut: false };
}

/**
 * Ends the person's session in this browser. With nobody signed in, that of the ID Token where it has idled out: its
 * apps may still be at it.
 * @throws PageError when the stored request was finished meanwhile
 */
export async function signOut(
  ctx: Context,
  { client, request, stored }: PendingSignOut,
  person: UserActor | undefined,
): Promise<SignOutResult> {
  if (stored && !(await deleteInteraction(ctx.db, stored.row.id))) throw finishedAlready();
  const location = returnLocation(ctx, request);
  if (person) {
    await endSession({ ...ctx, actor: person }, client?.id);
    return { location, signedOut: true, frames: await frontChannelFrames(ctx, [person.sessionId]) };
  }
  const hinted = sessionIdSchema.safeParse(request.hintedSessionId);
  const ended = hinted.success ? await endIdleSession(ctx, hinted.data, client?.id) : [];
  return { location, signedOut: true, frames: await frontChannelFrames(ctx, ended) };
}

/** Where nobody said where to go, the sign-out page tells that it is done. */
function returnLocation({ config }: Context, { postLogoutRedirectUri, state }: EndSessionRequest): string {
  if (postLogoutRedirectUri === undefined) return `${config.baseUrl}/sign-out?done=1`;
  return appendQuery(postLogoutRedirectUri, new URLSearchParams(state === undefined ? {} : { state }));
}

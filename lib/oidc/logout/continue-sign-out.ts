/** Takes a sign-out as far as it goes: at once where the app proves whose session it means, else to the question. */
import type { InteractionRow } from "#drizzle/schema/oidc.ts";
import type { Context } from "#lib/context/context.ts";
import { endSession } from "#lib/sessions/end-session.ts";
import { appendQuery } from "../authorize/redirect-target.ts";
import { createInteraction } from "../interactions/create-interaction.ts";
import { finishedAlready } from "../interactions/finished-already.ts";
import { deleteInteraction } from "../interactions/store.ts";
import type { CheckedEndSession } from "./check-end-session-request.ts";
import type { EndSessionRequest } from "./schema.ts";

export interface SignOutResult {
  readonly location: string;
  /** The cookie is to be cleared. */
  readonly signedOut: boolean;
}

export interface PendingSignOut extends CheckedEndSession {
  readonly stored?: { readonly token: string; readonly row: InteractionRow };
}

export async function continueSignOut(ctx: Context, pending: PendingSignOut): Promise<SignOutResult> {
  const { actor } = ctx;
  const { request } = pending;
  if (actor.type !== "user" || request.hintedSessionId === actor.sessionId) return signOut(ctx, pending);
  const token =
    pending.stored?.token ??
    (await createInteraction(ctx, ctx.db, { kind: "end_session", clientId: pending.client?.id, request }));
  return { location: `${ctx.config.baseUrl}/sign-out?interaction=${token}`, signedOut: false };
}

/**
 * Ends the browser's session. Its access tokens die with it: userinfo asks whether the session lives.
 * @throws PageError when the stored request was finished meanwhile
 */
export async function signOut(ctx: Context, { request, stored }: PendingSignOut): Promise<SignOutResult> {
  if (stored && !(await deleteInteraction(ctx.db, stored.row.id))) throw finishedAlready();
  await endSession(ctx);
  return { location: returnLocation(ctx, request), signedOut: true };
}

/** Where nobody said where to go, the sign-out page tells that it is done. */
function returnLocation({ config }: Context, { postLogoutRedirectUri, state }: EndSessionRequest): string {
  if (postLogoutRedirectUri === undefined) return `${config.baseUrl}/sign-out`;
  return appendQuery(postLogoutRedirectUri, new URLSearchParams(state === undefined ? {} : { state }));
}

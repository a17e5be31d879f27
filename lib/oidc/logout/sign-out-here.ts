/** Signing out on the page of our own: of the account that the browser shows, or of all. */
import type { Context } from "#lib/context/context.ts";
import { endBrowserSessions } from "#lib/sessions/end-browser-sessions.ts";
import { endSession } from "#lib/sessions/end-session.ts";
import { signedInPeople } from "#lib/sessions/open-session.ts";
import type { SignOutResult } from "./continue-sign-out.ts";
import { frontChannelFrames } from "./front-channel-frames.ts";

export async function signOutHere(ctx: Context, accounts: "shown" | "all"): Promise<SignOutResult> {
  const shown = ctx.actor.type === "user" ? [ctx.actor] : [];
  const people = accounts === "all" ? signedInPeople(ctx) : shown;
  await (accounts === "all" ? endBrowserSessions(ctx) : endSession(ctx));
  const frames = await frontChannelFrames(
    ctx,
    people.map(({ sessionId }) => sessionId),
  );
  return { location: `${ctx.config.baseUrl}/sign-out?done=1`, signedOut: true, frames };
}

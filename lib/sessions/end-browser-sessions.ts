/** Signing everybody out who is signed in in this browser. */
import type { Context } from "#lib/context/context.ts";
import { endSessions } from "./end-sessions.ts";
import { signedInPeople } from "./open-session.ts";

/** Nothing happens when nobody is signed in. */
export async function endBrowserSessions(ctx: Context): Promise<void> {
  const sessionIds = signedInPeople(ctx).map(({ sessionId }) => sessionId);
  if (sessionIds.length === 0) return;
  await ctx.db.transaction((tx) => endSessions(ctx, tx, { sessionIds, by: "sign_out" }));
}

/** Signing out of the session in which the request was made. */
import type { Context } from "#lib/context/context.ts";
import { endSessions } from "./end-sessions.ts";

/** Ends the actor's own session. Nothing happens when nobody is signed in or it has ended already. */
export async function endSession(ctx: Context): Promise<void> {
  const { actor } = ctx;
  if (actor.type !== "user") return;
  await ctx.db.transaction((tx) => endSessions(ctx, tx, { sessionIds: [actor.sessionId], by: "sign_out" }));
}

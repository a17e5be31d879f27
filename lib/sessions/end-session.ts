/** Signing out of the session in which the request was made. */
import type { ClientId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { endSessions } from "./end-sessions.ts";

/**
 * Ends the actor's own session, for `clientId` where an app asked for it. Nothing happens when nobody is signed in or it
 * has ended already.
 */
export async function endSession(ctx: Context, clientId?: ClientId): Promise<void> {
  const { actor } = ctx;
  if (actor.type !== "user") return;
  await ctx.db.transaction((tx) =>
    endSessions(ctx, tx, { sessionIds: [actor.sessionId], by: "sign_out", clientId }),
  );
}

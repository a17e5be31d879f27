/** Ends a session that no browser can use any more, while its apps still may. */
import type { ClientId, SessionId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { endSessions } from "./end-sessions.ts";
import { idleSince } from "./resolve-session.ts";

/**
 * Nothing happens to a session that is in use: whoever ends that must be in it. Its id, or none.
 * `id` comes from an ID Token of ours: that is all that is asked of who ends a session in which nobody is signed in.
 */
export async function endIdleSession(ctx: Context, id: string, clientId?: ClientId): Promise<SessionId[]> {
  const ended = await ctx.db.transaction((tx) =>
    endSessions(ctx, tx, {
      sessionIds: [id as SessionId],
      idleSince: idleSince(ctx.config, ctx.now),
      by: "sign_out",
      clientId,
    }),
  );
  return ended.map((session) => session.id);
}

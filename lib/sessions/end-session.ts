/** Signing out of the session in which the request was made. */

import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { markSessionRevoked } from "./store.ts";

/** Ends the actor's own session. Nothing happens when nobody is signed in or it has ended already. */
export async function endSession(ctx: Context): Promise<void> {
  const { actor } = ctx;
  if (actor.type !== "user") return;
  await ctx.db.transaction(async (tx) => {
    const ended = await markSessionRevoked(tx, actor.sessionId, ctx.now);
    if (!ended) return;
    await appendAuditEvent(ctx, tx, {
      action: "session.ended",
      outcome: "success",
      subjectUserId: actor.userId,
      sessionId: actor.sessionId,
      details: { by: "sign_out" },
    });
  });
}

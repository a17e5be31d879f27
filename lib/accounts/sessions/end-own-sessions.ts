/** A person signs out somewhere else, or everywhere. */
import type { SessionId } from "#drizzle/schema/ids.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { endSessions } from "#lib/sessions/end-sessions.ts";

/**
 * One of the person's own sessions. True when it was the one that asked.
 * @throws DomainError UNAUTHENTICATED, SESSION_NOT_FOUND also for another person's
 */
export function endOwnSession(ctx: Context, id: string): Promise<{ readonly signedOut: boolean }> {
  return auditRefusal(ctx, "session.ended", async () => {
    const actor = checkSignedIn(ctx);
    const signedOut = id === actor.sessionId;
    const ended = await ctx.db.transaction((tx) =>
      endSessions(ctx, tx, {
        sessionIds: [id as SessionId],
        userId: actor.userId,
        by: signedOut ? "sign_out" : "sign_out_elsewhere",
      }),
    );
    if (ended.length === 0) throw new DomainError("SESSION_NOT_FOUND");
    return { signedOut };
  });
}

/** All of the person's sessions, but for `except`. How many have ended. @throws DomainError UNAUTHENTICATED */
export function endAllSessions(
  ctx: Context,
  { except }: { readonly except?: SessionId } = {},
): Promise<{ readonly ended: number }> {
  return auditRefusal(ctx, "session.ended", async () => {
    const { userId } = checkSignedIn(ctx);
    const ended = await ctx.db.transaction((tx) =>
      endSessions(ctx, tx, { userId, except, by: "sign_out_elsewhere" }),
    );
    return { ended: ended.length };
  });
}

function checkSignedIn({ actor }: Context): UserActor {
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  return actor;
}

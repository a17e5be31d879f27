/** An administrator signs somebody out, of one session or of all. */
import type { SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkMayAdministerNow } from "#lib/sessions/check-administrator.ts";
import { endSessions } from "#lib/sessions/end-sessions.ts";
import { findUser } from "#lib/users/store.ts";

export interface EndedByAdministrator {
  readonly ended: number;
  /** The administrator's own session was among them. */
  readonly signedOut: boolean;
}

/**
 * For operators, and for administrators who confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, SESSION_NOT_FOUND
 */
export async function endSessionOfPerson(ctx: Context, id: string): Promise<EndedByAdministrator> {
  return await auditRefusal(ctx, "session.ended", async () => {
    checkMayAdministerNow(ctx);
    const ended = await ctx.db.transaction((tx) =>
      endSessions(ctx, tx, { sessionIds: [id as SessionId], by: "administrator" }),
    );
    if (ended.length === 0) throw new DomainError("SESSION_NOT_FOUND");
    return { ended: 1, signedOut: isOwn(ctx, id) };
  });
}

/** As `endSessionOfPerson`. @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, USER_NOT_FOUND */
export async function endSessionsOfPerson(ctx: Context, userId: UserId): Promise<EndedByAdministrator> {
  return await auditRefusal(ctx, "session.ended", async () => {
    checkMayAdministerNow(ctx);
    if (!(await findUser(ctx.db, userId))) throw new DomainError("USER_NOT_FOUND");
    const ended = await ctx.db.transaction((tx) => endSessions(ctx, tx, { userId, by: "administrator" }));
    return { ended: ended.length, signedOut: ended.some((session) => isOwn(ctx, session.id)) };
  });
}

function isOwn({ actor }: Context, sessionId: string): boolean {
  return actor.type === "user" && actor.sessionId === sessionId;
}

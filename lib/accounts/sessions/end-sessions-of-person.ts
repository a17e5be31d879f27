/** An administrator signs somebody out, of one session or of all. */
import type { SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission, checkRank } from "#lib/permissions/check-permission.ts";
import { endSessions } from "#lib/sessions/end-sessions.ts";
import { findUser } from "#lib/users/store.ts";

export interface EndedByAdministrator {
  readonly ended: number;
  /** The administrator's own session was among them. */
  readonly signedOut: boolean;
}

/**
 * For operators, administrators and the helpdesk, who confirmed that it is them; nobody ends the sessions of who is above.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, SESSION_NOT_FOUND
 */
export async function endSessionOfPerson(ctx: Context, id: string): Promise<EndedByAdministrator> {
  return await auditRefusal(ctx, "session.ended", async () => {
    checkPermission(ctx, "sessions.end");
    await ctx.db.transaction(async (tx) => {
      const [ended] = await endSessions(ctx, tx, { sessionIds: [id as SessionId], by: "administrator" });
      const owner = ended && (await findUser(tx, ended.userId));
      if (!owner) throw new DomainError("SESSION_NOT_FOUND");
      checkRank(ctx, owner);
    });
    return { ended: 1, signedOut: isOwn(ctx, id) };
  });
}

/** As `endSessionOfPerson`. @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, USER_NOT_FOUND */
export async function endSessionsOfPerson(ctx: Context, userId: UserId): Promise<EndedByAdministrator> {
  return await auditRefusal(ctx, "session.ended", async () => {
    checkPermission(ctx, "sessions.end");
    const person = await findUser(ctx.db, userId);
    if (!person) throw new DomainError("USER_NOT_FOUND");
    checkRank(ctx, person);
    const ended = await ctx.db.transaction((tx) => endSessions(ctx, tx, { userId, by: "administrator" }));
    return { ended: ended.length, signedOut: ended.some((session) => isOwn(ctx, session.id)) };
  });
}

function isOwn({ actor }: Context, sessionId: string): boolean {
  return actor.type === "user" && actor.sessionId === sessionId;
}
